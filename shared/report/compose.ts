import type { Evidence, ScenarioEvidence } from '../analysis/readings/evidence.ts';
import { drawingFindings, runFindings } from '../analysis/readings/findings.ts';
import { nameOfElement } from '../analysis/readings/guesses.ts';
import type { Model } from '../document/model/model.ts';
import type { Comment } from '../document/scenarios/document.ts';
import { readLogo } from '../drawing/logo.ts';
import { message } from '../language/message.ts';
import { type Locale, say } from '../language/say.ts';
import { type Block, findingSentence, type Picture, type Report, type Section, sentence, words } from './block.ts';
import { emptyCell, textCell, textColumn } from './cells.ts';
import { assumptions, factsOf, type Imprint } from './facts.ts';
import { paperDiagram } from './fitting-diagram.ts';
import { timeBarsPicture } from './pictures.ts';
import { groupTimes } from '../analysis/readings/groups.ts';
import { viewBlocks, viewIds, viewNames } from './views/views.ts';

/** What a person lets out of the house: nothing of it unless asked for (DESIGN 11). */
export interface Include {
  readonly costs: boolean;
  readonly names: boolean;
  readonly comments: boolean;
}

/** Guesses that the assumptions name one by one. */
const assumptionsNamed = 20;

/** The whole report: in short, the process, the five views as far as their inputs exist, the assumptions. */
export function composeReport(given: Evidence, locale: Locale, imprint: Imprint, include: Include, comments: readonly Comment[] = []): Report {
  const evidence = include.names ? given : withoutNames(given);
  const { scenario } = evidence;
  const findings = scenario.result === undefined ? drawingFindings(evidence) : runFindings(evidence);
  const short: Block[] = findings.map((finding, at) => findingSentence(finding, at === 0 ? 'headline' : undefined));
  const sections: Section[] = [
    { id: 'short', title: message('report.section.findings'), blocks: [...short, ...comparedBars(evidence)] },
    { id: 'process', title: message('report.brief.diagram'), blocks: diagramPictures(evidence) },
    ...viewIds.flatMap((id): readonly Section[] => {
      const blocks = viewBlocks(id, evidence);
      return blocks.length === 0 ? [] : [{ id, title: message(viewNames[id]), blocks }];
    }),
    { id: 'assumptions', title: message('report.section.assumptions'), blocks: assumptions(evidence, assumptionsNamed).map((text) => sentence(text)) },
    ...(include.comments && comments.length > 0 ? [commentSection(evidence, comments, include.names)] : []),
  ];
  const logo = readLogo(evidence.settings.logo);
  return {
    title: say(message('report.title', { title: evidence.settings.title }), locale),
    locale,
    ...(logo === undefined ? {} : { logo: logo.href }),
    facts: factsOf(evidence, imprint),
    sections: include.costs ? sections : sections.map(withoutMoney),
  };
}

function commentSection({ scenario: { model } }: Evidence, comments: readonly Comment[], names: boolean): Section {
  const columns = [textColumn('report.comment.about'), textColumn('report.comment.text'), textColumn('report.comment.state'), ...(names ? [textColumn('report.fact.author')] : [])];
  const rows = comments.map(({ element, text, done, author }) => [
    element === undefined ? emptyCell : textCell(nameOfElement(model, element), element),
    textCell(words(text)),
    textCell(message(done === true ? 'report.comment.done' : 'report.comment.open')),
    ...(names ? [author === undefined ? emptyCell : textCell(words(author))] : []),
  ]);
  const title = message('report.section.comments');
  return { id: 'comments', title, blocks: [{ kind: 'table', id: 'comments', title, columns, rows }] };
}

function comparedBars(evidence: Evidence): readonly Block[] {
  const { base, proposals } = evidence;
  const ran = [base, ...(proposals ?? [])].flatMap((one) => (one?.result === undefined ? [] : [{ name: one.name, groups: groupTimes(one.result.attribution) }]));
  return ran.length < 2 ? [] : [timeBarsPicture(ran)];
}

/** One picture per process page, with friction on it once something ran. */
const diagramPictures = (evidence: Evidence): readonly Picture[] =>
  Object.keys(evidence.scenario.model.processes).map((id) => ({ kind: 'picture', id: `diagram-${id}`, scene: (locale) => paperDiagram(evidence, id, locale) }));

/** Persons become "Person 1…": their names leave the house only when asked for. */
export function withoutNames(evidence: Evidence): Evidence {
  const hide = (scenario: ScenarioEvidence): ScenarioEvidence => ({ ...scenario, model: withoutPersonNames(scenario.model) });
  return {
    ...evidence,
    scenario: hide(evidence.scenario),
    ...(evidence.base === undefined ? {} : { base: hide(evidence.base) }),
    ...(evidence.proposals === undefined ? {} : { proposals: evidence.proposals.map(hide) }),
  };
}

export function withoutPersonNames(model: Model): Model {
  return { ...model, people: Object.fromEntries(Object.entries(model.people).map(([id, person], at) => [id, { ...person, name: `Person ${at + 1}` }])) };
}

/** Tables without their columns of money. */
function withoutMoney(section: Section): Section {
  return {
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.kind !== 'table') return block;
      const kept = block.columns.map((column) => column.money !== true);
      const left = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, at) => kept[at] === true);
      return { ...block, columns: left(block.columns), rows: block.rows.filter((row) => !row.some((cell) => cell.money === true)).map(left) };
    }),
  };
}
