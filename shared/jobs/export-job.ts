import type { Evidence } from '../analysis/readings/evidence.ts';
import { comparisonEvidence, runEvidence, scenarioIdOf } from '../analysis/studies/evidence.ts';
import { type Document, scenariosInOrder, todayId } from '../document/scenarios/document.ts';
import { resolveScenario } from '../document/scenarios/resolve.ts';
import type { Model } from '../document/model/model.ts';
import { type DiagramOptions, drawDiagram } from '../drawing/diagram.ts';
import { diagramSheets } from '../drawing/diagram-sheets.ts';
import { beyondInter } from '../drawing/layout/text-width.ts';
import { mergePaint } from '../drawing/overlays.ts';
import { paintPng, type PngScale } from '../drawing/painters/png.ts';
import { paintSvg, type SvgFont } from '../drawing/painters/svg.ts';
import type { Scene, Shape } from '../drawing/scene.ts';
import { themes } from '../drawing/theme.ts';
import { writeBpmn } from '../interchange/bpmn/write-bpmn.ts';
import { encodeBase64 } from '../language/base64.ts';
import { message } from '../language/message.ts';
import { fail, type Outcome, succeed } from '../language/outcome.ts';
import { say } from '../language/say.ts';
import { briefScene } from '../report/brief/brief.ts';
import { composeReport, withoutPersonNames } from '../report/compose.ts';
import { documentDeck } from '../report/deck/document-deck.ts';
import { confidentialityText } from '../report/facts.ts';
import { paintOfChanges, withRemoved } from '../report/paint-of-changes.ts';
import { paintOfResult } from '../report/paint-of-results.ts';
import { rolledUp } from '../report/roll-up.ts';
import { writeCsv } from '../report/writers/csv.ts';
import { writeHtml } from '../report/writers/html.ts';
import { writeJson } from '../report/writers/json.ts';
import { writeMarkdown } from '../report/writers/markdown.ts';
import { writeXlsx } from '../report/writers/xlsx.ts';
import type { RunResult } from '../simulation/results/run-result.ts';
import type { ComparisonStudy } from '../analysis/studies/results.ts';
import type { ExportJob, JobResults } from './job.ts';
import type { Ports } from './ports.ts';

/** Runs that an export needs and nobody has made yet. */
export interface ExportRuns {
  run(document: Document, scenario: string): Promise<Outcome<RunResult>>;
  compare(document: Document, scenarios: readonly string[]): Promise<Outcome<ComparisonStudy>>;
}

const pictures = ['svg', 'png', 'pdf', 'pptx'] as const;
const pages = ['pdf', 'pptx'] as const;
const texts = ['html', 'md', 'xlsx', 'csv', 'json'] as const;
type PictureFormat = (typeof pictures)[number];
type TextFormat = (typeof texts)[number];

const mediaTypes: Readonly<Record<ExportJob['format'], string>> = {
  svg: 'image/svg+xml', png: 'image/png', pdf: 'application/pdf', html: 'text/html', md: 'text/markdown', csv: 'text/csv', json: 'application/json', bpmn: 'application/bpmn+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** Writes a diagram, a brief, a deck of pages or a report; what was not run yet is run first. */
export async function exportDocument(job: ExportJob, ports: Ports, runs: ExportRuns): Promise<Outcome<JobResults['export']>> {
  const { format, what } = job;
  if (what === 'report') {
    const text = texts.find((known) => known === format);
    return text === undefined ? wrongFormat(job, texts) : exportReport(job, text, ports, runs);
  }
  if (what === 'diagram' && format === 'bpmn') return exportBpmn(job);
  const picture = (what === 'deck' ? pages : pictures).find((known) => known === format);
  if (what === 'deck' && picture === undefined) return wrongFormat(job, pages);
  if (picture === undefined) return wrongFormat(job, what === 'diagram' ? [...pictures, 'bpmn'] : pictures);
  const scenes = what === 'diagram' ? diagramScenes(job) : what === 'deck' ? await deckScenes(job, runs) : await briefScenes(job, ports, runs);
  return scenes.ok ? paint(scenes.value, job, picture, ports) : scenes;
}

const wrongFormat = (job: ExportJob, list: readonly string[]): Outcome<never> =>
  fail('format', message('jobs.formatOfWhat', { what: message(`jobs.what.${job.what}`), format: job.format, list: list.map((known) => `.${known}`).join(', ') }));

const answer = (bytes: Uint8Array, format: ExportJob['format']): Outcome<JobResults['export']> =>
  succeed({ bytes, mediaType: mediaTypes[format], extension: format });

/** The scenario as BPMN 2.0 with its diagram and simulation parameters; money stays inside unless asked for. */
async function exportBpmn(job: ExportJob): Promise<Outcome<JobResults['export']>> {
  const { document, include } = job;
  const id = scenarioIdOf(document, job.scenario);
  if (!id.ok) return id;
  const model = resolveScenario(document, id.value);
  if (!model.ok) return model;
  const { title, hoursPerDay } = document.settings;
  const xml = await writeBpmn(include.names ? model.value : withoutPersonNames(model.value), title, { costs: include.costs, ...(hoursPerDay === undefined ? {} : { hoursPerDay }) });
  return answer(new TextEncoder().encode(xml), 'bpmn');
}

/** The pages of a scenario; a PDF also has one for the inside of each closed sub-process. */
function diagramScenes(job: ExportJob): Outcome<readonly Scene[]> {
  const { document, locale } = job;
  const id = scenarioIdOf(document, job.scenario);
  if (!id.ok) return id;
  const result = job.results?.[id.value];
  const evidence = runEvidence(document, id.value, result);
  if (!evidence.ok) return evidence;
  const { scenario } = evidence.value;
  const shown = (given: Model): Model => (job.include.names ? given : withoutPersonNames(given));
  const after = shown(scenario.model);
  const before = job.against === undefined ? undefined : shown(job.against.model);
  const model = before === undefined ? after : withRemoved(before, after);
  const process = chosenProcess(job, Object.values(model.processes));
  if (!process.ok) return process;
  const paint = mergePaint(result === undefined ? {} : paintOfResult('friction', model, result, locale), before === undefined ? {} : paintOfChanges(before, after));
  const proposal = scenario.id === todayId ? {} : { proposal: scenario.name };
  const drawing = (within?: string): DiagramOptions => ({ locale, ...proposal, ...(job.selection === undefined ? {} : { selection: job.selection, legend: false, margin: 8 }), ...(within === undefined ? {} : { within }) });
  const draw = (page: string, within?: string): Scene => drawDiagram(model, page, paint, drawing(within));
  // On paper a long page goes on over several sheets.
  const sheets = (page: string, within?: string): readonly Scene[] =>
    job.format === 'pdf' && job.selection === undefined ? diagramSheets(model, page, paint, drawing(within), job.paper) : [draw(page, within)];
  if (job.format !== 'pdf' && job.format !== 'pptx') return succeed([draw(process.value ?? Object.keys(model.processes)[0] ?? '', job.within)]);
  const pages = process.value === undefined ? Object.keys(model.processes) : [process.value];
  return succeed(
    pages.flatMap((page) => {
      const closed = Object.values(model.nodes).filter((node) => node.kind === 'subprocess' && node.process === page && node.expanded !== true);
      return [...sheets(page), ...closed.filter((holder) => Object.values(model.nodes).some((node) => node.parent === holder.id)).flatMap((holder) => sheets(page, holder.id))];
    }),
  );
}

function chosenProcess(job: ExportJob, processes: readonly { readonly id: string; readonly name: string }[]): Outcome<string | undefined> {
  if (processes.length === 0) return fail('empty', message('jobs.emptyDocument'));
  if (job.process === undefined) return succeed(undefined);
  const found = processes.find(({ id, name }) => id === job.process || name === job.process);
  if (found !== undefined) return succeed(found.id);
  return fail('process-missing', message('jobs.noProcess', { process: job.process, list: processes.map(({ name, id }) => name || id).join(', ') }));
}

async function briefScenes(job: ExportJob, ports: Ports, runs: ExportRuns): Promise<Outcome<readonly Scene[]>> {
  const evidence = await evidenceFor(job, runs);
  if (!evidence.ok) return evidence;
  const process = chosenProcess(job, Object.values(evidence.value.scenario.model.processes));
  if (!process.ok) return process;
  const { locale, paper, date, include } = job;
  const options = { locale, paper, names: include.names, ...(process.value === undefined ? {} : { process: process.value }) };
  const imprint = { date, version: ports.version };
  return succeed([briefScene(evidence.value, imprint, options)]);
}

/** The six pages to present. They set a proposal against Today: the one asked for, else the first that nobody rejected. */
async function deckScenes(job: ExportJob, runs: ExportRuns): Promise<Outcome<readonly Scene[]>> {
  const { document, comparison, locale, date, include } = job;
  const asked = scenarioIdOf(document, job.scenario);
  if (!asked.ok) return asked;
  const compared = comparison?.comparison.scenarios.map(({ id }) => id) ?? [];
  const proposal = asked.value !== todayId ? asked.value : (compared[0] ?? firstProposal(document));
  if (proposal === undefined) {
    const evidence = await evidenceFor(job, runs);
    return evidence.ok ? succeed(documentDeck(document, evidence.value, locale, { date, include, handedOut: true })) : evidence;
  }
  const study = comparison !== undefined && compared.includes(proposal) ? succeed(comparison) : await runs.compare(document, [todayId, proposal]);
  if (!study.ok) return study;
  const compare = comparisonEvidence(document, study.value);
  if (!compare.ok) return compare;
  const evidence = withoutPersons(compare.value, job);
  const scenario = evidence.proposals?.find(({ id }) => id === proposal) ?? evidence.scenario;
  return succeed(documentDeck(document, { ...evidence, scenario }, locale, { date, include, handedOut: true }));
}

async function exportReport(job: ExportJob, format: TextFormat, ports: Ports, runs: ExportRuns): Promise<Outcome<JobResults['export']>> {
  const found = await evidenceFor(job, runs);
  if (!found.ok) return found;
  const studies = job.studies?.[found.value.scenario.id];
  const evidence = studies === undefined ? found.value : { ...found.value, studies };
  const report = composeReport(evidence, job.locale, { date: job.date, version: ports.version }, job.include, Object.values(job.document.comments));
  const encode = (text: string): Outcome<JobResults['export']> => answer(new TextEncoder().encode(text), format);
  switch (format) {
    case 'html': return encode(writeHtml(report, await svgFonts(ports)));
    case 'md': return encode(writeMarkdown(report));
    case 'xlsx': return answer(writeXlsx(report), format);
    case 'csv': return encode(writeCsv(report));
    case 'json': return encode(writeJson(report));
  }
}

/** Inter in the file itself, so that words keep the width they were measured with. Only WOFF2 is small enough to carry. */
async function svgFonts(ports: Ports): Promise<readonly SvgFont[]> {
  const { regular, bold } = await ports.fonts();
  const woff2 = (bytes: Uint8Array | undefined): bytes is Uint8Array => bytes !== undefined && new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'wOF2';
  const font = (bytes: Uint8Array | undefined, weight: SvgFont['weight']): readonly SvgFont[] => (woff2(bytes) ? [{ weight, base64: encodeBase64(bytes) }] : []);
  return [...font(regular[0], 400), ...font(bold[0], 600)];
}

/**
 * The results that a report speaks of: those handed over, else new ones. With a proposal in play it is compared with
 * Today: the one asked for, else the first that nobody rejected.
 */
async function evidenceFor(job: ExportJob, runs: ExportRuns): Promise<Outcome<Evidence>> {
  const evidence = await evidenceOf(job, runs);
  return evidence.ok ? succeed(withoutPersons(evidence.value, job)) : evidence;
}

const withoutPersons = (evidence: Evidence, { locale }: ExportJob): Evidence => {
  const named = <S extends Evidence['scenario'] | undefined>(scenario: S): S => (scenario?.id === todayId ? { ...scenario, name: say(message('window.today'), locale) } : scenario);
  const { base, ...rest } = rolledUp(evidence, say(message('report.otherTeams'), locale));
  return { ...rest, scenario: named(rest.scenario), ...(base === undefined ? {} : { base: named(base) }) };
};

async function evidenceOf(job: ExportJob, runs: ExportRuns): Promise<Outcome<Evidence>> {
  const { document, comparison, results = {} } = job;
  const asked = scenarioIdOf(document, job.scenario);
  if (!asked.ok) return asked;
  if (comparison !== undefined) return comparisonEvidence(document, comparison);
  const proposal = asked.value !== todayId ? asked.value : job.scenario === undefined ? firstProposal(document) : undefined;
  if (proposal !== undefined && results[asked.value] === undefined) {
    const study = await runs.compare(document, [todayId, proposal]);
    return study.ok ? comparisonEvidence(document, study.value) : study;
  }
  const result = results[asked.value] ?? (await runs.run(document, asked.value));
  if ('ok' in result) return result.ok ? runEvidence(document, asked.value, result.value) : result;
  return runEvidence(document, asked.value, result);
}

const firstProposal = (document: Document): string | undefined =>
  scenariosInOrder(document).find((scenario) => scenario.id !== todayId && scenario.status !== 'rejected')?.id;

/** Fonts for what stands in pictures and Inter cannot draw: other scripts, for the most part. */
async function moreFonts(scenes: readonly Scene[], footer: string, ports: Ports): Promise<readonly Uint8Array[]> {
  const wordsOf = (shapes: readonly Shape[]): string => shapes.map((shape) => (shape.kind === 'group' ? wordsOf(shape.shapes) : shape.kind === 'text' ? shape.lines.map(({ text }) => text).join('') : '')).join('');
  const lacking = beyondInter(scenes.map(({ shapes }) => wordsOf(shapes)).join('') + footer);
  return lacking.length === 0 ? [] : ((await ports.moreFonts?.(lacking.join(''))) ?? []);
}

/** The heavy painters are loaded when they are first asked for. */
async function paint(scenes: readonly Scene[], job: ExportJob, format: PictureFormat, ports: Ports): Promise<Outcome<JobResults['export']>> {
  const theme = themes[job.theme];
  const [first] = scenes;
  if (first === undefined) return fail('empty', message('jobs.emptyDocument'));
  switch (format) {
    case 'svg':
      return answer(new TextEncoder().encode(paintSvg(first, theme, { fonts: await svgFonts(ports) })), format);
    case 'png':
      return answer(paintPng(first, theme, await ports.rasteriser(await moreFonts([first], '', ports)), Math.round(job.scale) as PngScale), format);
    case 'pptx': {
      const { paintPptx } = await import('../drawing/painters/pptx.ts');
      return answer(await paintPptx(scenes, theme, { created: new Date(`${job.date}T00:00:00Z`), title: job.document.settings.title }), format);
    }
    case 'pdf': {
      const { paintPdf } = await import('../drawing/painters/pdf.ts');
      const { settings } = job.document;
      const footer = [settings.title, job.date, say(confidentialityText(settings), job.locale)].join(' · ');
      const { regular, bold } = await ports.fonts();
      const more = await moreFonts(scenes, footer, ports);
      const bytes = await paintPdf(scenes, theme, { regular: [...regular, ...more], bold: [...bold, ...more] }, {
        paper: job.what === 'diagram' ? job.paper : 'picture',
        created: new Date(`${job.date}T00:00:00Z`),
        title: settings.title,
        ...(settings.author === undefined ? {} : { author: settings.author }),
        ...(job.what === 'diagram' ? { footer } : {}),
      });
      return answer(bytes, format);
    }
  }
}
