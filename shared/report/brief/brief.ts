import { readComparison } from '../../analysis/readings/comparison.ts';
import type { Evidence } from '../../analysis/readings/evidence.ts';
import type { Finding } from '../../analysis/readings/finding.ts';
import { drawingFindings, runFindings } from '../../analysis/readings/findings.ts';
import { groupTimes } from '../../analysis/readings/groups.ts';
import { timeBar } from '../../drawing/charts/time-bar.ts';
import { wrap } from '../../drawing/layout/wrap.ts';
import { logoShape, readLogo } from '../../drawing/logo.ts';
import { path, type Scene, type Shape } from '../../drawing/scene.ts';
import type { ColourRole } from '../../drawing/theme.ts';
import { type Message, message } from '../../language/message.ts';
import { type Locale, say } from '../../language/say.ts';
import { durationText, listText } from '../../analysis/readings/phrases.ts';
import { withoutPersonNames } from '../compose.ts';
import { assumptions, confidentialityText, type Imprint, runText } from '../facts.ts';
import { type FittingDiagram, PageFitter } from '../fitting-diagram.ts';
import { sayFitting } from '../short-names.ts';
import { scaledScene } from './scaled.ts';

export type BriefPaper = 'A4' | 'A3' | 'Letter';

/** Upright paper in CSS pixels (96 to the inch). */
const papers: Readonly<Record<BriefPaper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 794, height: 1123 }, A3: { width: 1123, height: 1587 }, Letter: { width: 816, height: 1056 },
};
const margin = 48;
/** Above the title: a printer needs less than words at the sides do. */
const headMargin = 36;
const gap = 8;
const smallestDiagram = 120;
/** Smaller than this a diagram's words of 13 pixels are hardly read on paper: 5 points. */
const leastDiagram = 0.52;
/** From this on they are read well: 7 points. */
const goodDiagram = 0.72;
/** The closest a page is drawn, in both heights of a step: which comes out larger depends on the room. */
const closest = [{ staggered: true, low: true }, { staggered: true }] as const;
/** Pixels of a line below the diagram. */
const noteHeight = 18;
const guessesNamed = 5;
const findingsNamed = 3;

export interface BriefOptions {
  readonly locale: Locale;
  readonly paper: BriefPaper;
  readonly names: boolean;
  /** The page that is drawn; the first where absent. */
  readonly process?: string;
}

/** What is drawn: the evidence without persons where they stay in the house, and the page of the process. */
interface Ready {
  readonly evidence: Evidence;
  readonly fitter: PageFitter | undefined;
}

function readied(given: Evidence, { locale, names, process }: BriefOptions): Ready {
  const evidence = names ? given : { ...given, scenario: { ...given.scenario, model: withoutPersonNames(given.scenario.model) } };
  const page = process ?? Object.keys(evidence.scenario.model.processes)[0];
  return { evidence, fitter: page === undefined ? undefined : new PageFitter(evidence, locale, page, closest) };
}

/**
 * The one-page brief: finding, diagram, today against proposal, assumptions, date, owner, confidentiality.
 * The diagram takes the room that the words leave.
 */
export function briefScene(given: Evidence, imprint: Imprint, options: BriefOptions): Scene {
  const { evidence, fitter } = readied(given, options);
  const { locale } = options;
  const paper = papers[options.paper];
  const findings = evidence.scenario.result === undefined ? drawingFindings(evidence) : runFindings(evidence);
  const [first, ...more] = findings.filter((finding) => finding.kind !== 'guesses');

  const logo = readLogo(evidence.settings.logo);
  /** The page down to its diagram, with so many findings after the first. */
  const headWith = (told: number): Page => {
    const page = new Page(paper.width, locale);
    page.y = headMargin;
    if (logo !== undefined) page.shapes.push(logoShape(logo, { x: paper.width - margin - 140, y: headMargin - 14, width: 140, height: 28 }));
    page.text(message('analysis.verbatim', { text: evidence.settings.title }), { size: 12, colour: 'muted' });
    if (first !== undefined) page.text(first.sentence, { size: 22, bold: true, lines: 3 });
    for (const line of certainty(first)) page.text(line, { size: 12, colour: 'muted', lines: 2 });
    for (const finding of more.slice(0, told)) page.text(finding.sentence, { size: 13, lines: 2 });
    page.heading(message('report.brief.diagram'));
    return page;
  };

  const bars = barScene(evidence, locale, paper.width - 2 * margin);
  const bottom = new Page(paper.width, locale);
  bottom.y = 0;
  if (bars !== undefined) {
    bottom.heading(message('report.causes'));
    bottom.picture(bars, 1);
  }
  bottom.heading(message('report.brief.todayAgainst'));
  for (const [text, strong] of proposalLines(evidence)) bottom.text(text, { size: 13, bold: strong, lines: 2 });
  bottom.heading(message('report.brief.assumptions'));
  bottom.text(listText(assumptions(evidence, guessesNamed)), { size: 12, lines: 3 });
  if (evidence.scenario.result !== undefined) bottom.text(runText(evidence.scenario.result), { size: 12, colour: 'muted', lines: 2 });
  const footer = footerLines(evidence, imprint);
  const footerHeight = 14 + footer.length * 16;

  const width = paper.width - 2 * margin;
  const roomBelow = ({ y }: Page): number => Math.max(smallestDiagram, paper.height - margin - footerHeight - bottom.y - y - gap);
  const drawn = (room: number): (FittingDiagram & { readonly factor: number }) | undefined => {
    const found = fitter?.fit({ width, height: room - 2 * noteHeight, least: leastDiagram, good: goodDiagram });
    if (found === undefined) return undefined;
    return { ...found, factor: Math.min(1, width / found.scene.width, (room - found.notes.length * noteHeight) / found.scene.height) };
  };
  // A diagram that is hard to read says less than a third finding does; findings that cost it nothing stay.
  const heads = [findingsNamed, 2, 1].map((told) => ({ told, factor: drawn(roomBelow(headWith(told)))?.factor ?? 1 }));
  const largest = Math.max(...heads.map(({ factor }) => factor));
  const page = headWith(heads.find(({ factor }) => factor >= Math.min(goodDiagram, largest * 0.99))?.told ?? 1);
  const top = page.y;
  const picture = drawn(roomBelow(page));
  if (picture !== undefined) page.picture(picture.scene, picture.factor);
  for (const note of picture?.notes ?? []) page.text(note, { size: 11, colour: 'muted' });
  page.take(bottom);

  const foot = new Page(paper.width, locale);
  foot.y = Math.max(paper.height - margin - footerHeight + 14, page.y + 8);
  foot.line();
  for (const text of footer) foot.text(text, { size: 11, colour: 'muted', lines: 1 });
  const headline = first === undefined ? evidence.settings.title : say(first.sentence, locale);
  return {
    width: paper.width,
    height: Math.max(paper.height, Math.ceil(foot.y + margin / 2), Math.ceil(top)),
    title: evidence.settings.title,
    description: headline,
    language: locale,
    ground: 'surface',
    shapes: [...page.shapes, ...foot.shapes],
  };
}

const certainty = (finding: Finding | undefined): readonly Message[] => (finding?.why ?? []).slice(0, 1);

/** Today's bar, above the proposal's on the same scale where one was compared. Where work piles up a mean says nothing, so there is none. */
function barScene(evidence: Evidence, locale: Locale, width: number): Scene | undefined {
  const scenarios = evidence.proposals === undefined || evidence.base === undefined ? [evidence.scenario] : [evidence.base, ...evidence.proposals.slice(0, 2)];
  const rows = scenarios.flatMap(({ name, result }) => {
    if (result === undefined || result.verdict.state === 'unstable') return [];
    const groups = groupTimes(result.attribution);
    const said = (seconds: number): string => say(durationText(seconds), locale);
    const total = said(groups.reduce((sum, part) => sum + part.seconds, 0));
    return [{ ...(scenarios.length > 1 ? { name } : {}), total, parts: groups.map(({ group, seconds }) => ({ group, value: seconds, text: said(seconds) })) }];
  });
  return rows.length === 0 ? undefined : timeBar(rows, { title: say(message('report.causes'), locale), locale, width, dense: true });
}

/** What the first proposals bring and cost, each with the sentence about its lead time in bold. */
function proposalLines(evidence: Evidence): readonly (readonly [Message, boolean])[] {
  const { comparison } = evidence;
  if (comparison === undefined) return [[message('report.brief.noProposal'), false]];
  return comparison.scenarios.slice(0, 2).flatMap((scenario): readonly (readonly [Message, boolean])[] => {
    const reading = readComparison(evidence, comparison, scenario.id);
    if (reading === undefined) return [];
    const busier = reading.pays.find(({ id }) => id.includes(':utilisation:'));
    const told = [reading.gains[0], busier ?? reading.pays[0], reading.elsewhere[0]];
    return [[reading.effect.sentence, true], ...told.flatMap((finding): readonly (readonly [Message, boolean])[] => (finding === undefined ? [] : [[finding.sentence, false]]))];
  });
}

function footerLines(evidence: Evidence, imprint: Imprint): readonly Message[] {
  const { settings, scenario } = evidence;
  return [
    message('report.brief.footer', { title: settings.title, scenario: scenario.name, date: imprint.date, confidentiality: confidentialityText(settings) }),
    ...(settings.owner === undefined ? [] : [message('report.brief.owner', { owner: settings.owner })]),
    message('analysis.verbatim', { text: `Crossflow ${imprint.version}` }),
  ];
}

/** A column of words and pictures that grows downwards. */
class Page {
  readonly shapes: Shape[] = [];
  y = margin;
  readonly #width: number;
  readonly #locale: Locale;

  constructor(width: number, locale: Locale) {
    this.#width = width - 2 * margin;
    this.#locale = locale;
  }

  text(text: Message, { size, bold = false, colour = 'text', lines = 1 }: { readonly size: number; readonly bold?: boolean; readonly colour?: ColourRole; readonly lines?: number }): void {
    const weight = bold ? 'bold' : 'regular';
    const lineHeight = Math.round(size * 1.3);
    const { lines: wrapped, whole } = sayFitting(text, this.#locale, (said) => wrap(said, this.#width, size, lines, weight));
    this.shapes.push({ kind: 'text', x: margin, y: this.y + size, lines: wrapped, size, lineHeight, weight, anchor: 'start', colour, room: this.#width, ...(whole === undefined ? {} : { whole }) });
    this.y += wrapped.length * lineHeight + 3;
  }

  heading(text: Message): void {
    this.y += gap;
    this.text(text, { size: 12, bold: true, colour: 'muted' });
    this.y += 2;
  }

  picture(scene: Scene, factor: number): void {
    this.shapes.push(scaledScene(scene, factor, margin, this.y));
    this.y += scene.height * factor;
  }

  line(): void {
    this.shapes.push(path([['M', margin, this.y - 10], ['L', margin + this.#width, this.y - 10]], { stroke: 'line' }));
  }

  /** Continues with what another column holds. */
  take(other: Page): void {
    this.shapes.push({ kind: 'group', at: { x: 0, y: this.y }, shapes: other.shapes });
    this.y += other.y;
  }
}
