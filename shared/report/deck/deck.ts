import { type ComparisonReading, readComparison } from '../../analysis/readings/comparison.ts';
import type { Evidence, ScenarioEvidence } from '../../analysis/readings/evidence.ts';
import type { Finding } from '../../analysis/readings/finding.ts';
import { drawingFindings, runFindings } from '../../analysis/readings/findings.ts';
import { groupTimes } from '../../analysis/readings/groups.ts';
import { logoShape, readLogo } from '../../drawing/logo.ts';
import type { Box, Scene } from '../../drawing/scene.ts';
import { type Message, message, type MessageId } from '../../language/message.ts';
import { type Locale, say } from '../../language/say.ts';
import { words } from '../block.ts';
import { type Include, withoutNames } from '../compose.ts';
import { assumptions, confidentialityText, runText } from '../facts.ts';
import { fittingDiagram } from '../fitting-diagram.ts';
import { timeBarsPicture } from '../pictures.ts';
import { Slide, slideMargin, slideSize, slideWidth, smallestText } from './slide.ts';

/** The pages in their order (LOOK, Present). */
export const deckPages = ['question', 'today', 'lost', 'proposal', 'effect', 'decision'] as const;
export type DeckPage = (typeof deckPages)[number];

export const deckPageNames: Readonly<Record<DeckPage, MessageId>> = {
  question: 'report.deck.question',
  today: 'report.deck.today',
  lost: 'report.deck.lost',
  proposal: 'report.deck.proposal',
  effect: 'report.deck.effect',
  decision: 'report.deck.decision',
};

/** Where the question and the decision stand on their pages, so that a window can put a field over them. */
export const typedPlaces = {
  question: { box: { x: slideMargin, y: 216, width: slideWidth, height: 240 }, size: 44, bold: true },
  decision: { box: { x: slideMargin, y: 492, width: slideWidth, height: 140 }, size: 28, bold: true },
} as const satisfies Partial<Record<DeckPage, { box: Box; size: number; bold: boolean }>>;

export interface DeckOptions {
  /** What the pages answer, and what is asked for in the end; empty where nobody has typed it yet. */
  readonly question: string;
  readonly decision: string;
  /** What the proposal changes, a sentence each. */
  readonly changes: readonly Message[];
  /** As the person's own calendar says. */
  readonly date: string;
  readonly include: Pick<Include, 'costs' | 'names'>;
  /** For somebody who only reads: no page says what its author should add, and those of a proposal that is not there are left out. */
  readonly handedOut?: boolean;
}

const barWidth = 768;
/** The words of a time bar are of 12 pixels: so enlarged they are read from afar. */
const barFactor = 1.5;
const changesShown = 4;
const assumptionsShown = 6;
const effectsShown = 2;
/** Smaller than this a diagram's words of 13 pixels cannot be read on a page. */
const leastDiagram = 0.55;
/** Of the width of the page about a proposal. */
const listAndDiagram = [0.25, 0.75] as const;
/** Width by height from which on a page is wide. */
const widePage = 2.4;

interface Told {
  readonly evidence: Evidence;
  readonly today: Evidence;
  readonly proposal: ScenarioEvidence | undefined;
  readonly reading: ComparisonReading | undefined;
  readonly locale: Locale;
  readonly options: DeckOptions;
}

/** The proposal that six pages speak of: the one looked at, else the first compared, else the first there is. */
export function proposalOf({ scenario, base, proposals, comparison }: Evidence): ScenarioEvidence | undefined {
  if (base !== undefined && base.id !== scenario.id) return scenario;
  const compared = comparison?.scenarios[0]?.id;
  return proposals?.find(({ id }) => id === compared) ?? proposals?.[0];
}

/**
 * The six pages to present, 1280 × 720 each: Question, Today, Where time is lost, Proposal, Effect and who pays,
 * Assumptions and decision asked. A page whose inputs are missing says in one sentence what to add.
 */
export function composeDeck(given: Evidence, locale: Locale, options: DeckOptions): readonly Scene[] {
  const evidence = options.include.names ? given : withoutNames(given);
  const { settings, comparison } = evidence;
  const proposal = proposalOf(evidence);
  const told: Told = {
    evidence,
    today: { settings, scenario: evidence.base ?? evidence.scenario },
    proposal,
    reading: proposal === undefined || comparison === undefined ? undefined : readComparison(evidence, comparison, proposal.id),
    locale,
    options,
  };
  const logo = readLogo(settings.logo);
  const pages = options.handedOut && proposal === undefined ? deckPages.filter((page) => page !== 'proposal' && page !== 'effect') : deckPages;
  return pages.map((page, at) => {
    const slide = new Slide(message(deckPageNames[page]), locale);
    if (logo !== undefined) slide.shapes.push(logoShape(logo, { x: slideSize.width - slideMargin - 180, y: 28, width: 180, height: 36 }));
    writers[page](slide, told);
    const scenario = deckPages.indexOf(page) > 2 && proposal !== undefined ? proposal.name : told.today.scenario.name;
    return slide.scene(message('report.brief.footer', { title: settings.title, scenario, date: options.date, confidentiality: confidentialityText(settings) }), at + 1, pages.length);
  });
}

const writers: Readonly<Record<DeckPage, (slide: Slide, told: Told) => void>> = {
  question: (slide, { evidence: { settings }, options }) => {
    const titleAlone = options.handedOut === true && options.question.trim() === '';
    if (!titleAlone) slide.text(words(settings.title), { size: 24, colour: 'muted' });
    writeTyped(slide, 'question', titleAlone ? settings.title : options.question, message('report.deck.needsQuestion'));
    slide.y = 500;
    if (settings.owner !== undefined) slide.text(message('report.brief.owner', { owner: settings.owner }), { colour: 'muted', lines: 1 });
  },

  today: (slide, { today, locale }) => {
    const { result } = today.scenario;
    const findings = result === undefined ? drawingFindings(today) : runFindings(today);
    const first = findings.find(({ kind }) => kind !== 'guesses');
    slide.title(first?.sentence ?? message('report.needsRun'));
    const certainty = first?.why?.[0];
    if (certainty !== undefined) slide.text(certainty, { colour: 'muted', lines: 2 });
    slide.y += 8;
    writeDiagram(slide, today, locale);
  },

  lost: (slide, { today, locale }) => {
    const { result } = today.scenario;
    if (result === undefined) {
      slide.needs(message('report.needsRun'));
      return;
    }
    const [, ...after] = runFindings(today);
    const found = after.filter(({ kind }) => kind === 'loss' || kind === 'bottleneck' || kind === 'sensitivity' || kind === 'unstable');
    const [first, ...more] = found;
    if (first !== undefined) slide.title(first.sentence);
    writeBars(slide, [today.scenario], 300, locale);
    for (const finding of more.slice(0, 4)) slide.text(finding.sentence, { size: 22, bullet: true });
  },

  proposal: (slide, { evidence, proposal, locale, options: { changes } }) => {
    if (proposal === undefined) {
      slide.needs(message('report.deck.needsProposal'));
      return;
    }
    slide.title(words(proposal.name));
    slide.y += 8;
    const list = (x: number, width: number): void => {
      for (const change of changes.slice(0, changesShown)) slide.text(change, { bullet: true, lines: 4 }, x, width);
      if (changes.length === 0) slide.text(message('report.deck.noChanges'), { colour: 'muted' }, x, width);
      if (changes.length > changesShown) slide.text(message('report.assumption.more', { n: changes.length - changesShown }), { colour: 'muted' }, x, width);
    };
    const shown = { ...evidence, scenario: proposal };
    const picture = fittingDiagram(shown, locale, { width: slideWidth, height: slide.room, least: leastDiagram })?.scene;
    // A page much wider than high is larger beneath a short list than beside it.
    if (picture !== undefined && picture.width / picture.height > widePage && changes.length <= 3) {
      slide.columns([list]);
      writeDiagram(slide, shown, locale);
    } else slide.columns([list, (x, width) => writeDiagram(slide, shown, locale, x, width)], listAndDiagram);
  },

  effect: (slide, { today, proposal, reading, locale, options }) => {
    if (proposal === undefined || reading === undefined) {
      slide.needs(message(proposal === undefined ? 'report.deck.needsProposal' : options.handedOut ? 'report.deck.notCompared' : 'report.deck.needsComparison'));
      return;
    }
    slide.title(reading.effect.sentence);
    writeBars(slide, [today.scenario, proposal], 318, locale);
    slide.y += 8;
    const columns: readonly (readonly [MessageId, readonly Finding[]])[] = [
      ['report.whoGains', reading.gains], ['report.whoPays', reading.pays], ['report.elsewhere', reading.elsewhere],
    ];
    slide.columns(columns.map(([heading, findings]) => (x, width) => {
      slide.text(message(heading), { size: smallestText, bold: true, colour: 'muted', lines: 1 }, x, width);
      const shown = findings.filter(({ id }) => options.include.costs || !id.includes(':cost:'));
      if (shown.length === 0) slide.text(message('report.deck.nothing'), { size: smallestText }, x, width);
      for (const finding of mostTelling(shown)) slide.text(finding.sentence, { size: smallestText, lines: 3 }, x, width);
    }));
  },

  decision: (slide, { today, proposal, locale, options: { decision, handedOut } }) => {
    const scenario = proposal?.result === undefined ? today.scenario : proposal;
    slide.text(message('report.brief.assumptions'), { size: 24, bold: true });
    for (const text of distinct(assumptions({ ...today, scenario }, assumptionsShown), locale)) slide.text(text, { size: 20, lines: 1, bullet: true });
    if (scenario.result !== undefined) slide.text(runText(scenario.result), { size: 18, colour: 'muted' });
    slide.y = typedPlaces.decision.box.y - 44;
    slide.text(message('report.deck.decisionAsked'), { size: 24, bold: true, lines: 1 });
    writeTyped(slide, 'decision', decision, message(handedOut ? 'report.deck.noDecision' : 'report.deck.needsDecision'));
  },
};

/** Each sentence once: several numbers of one thing may be guessed. */
function distinct(texts: readonly Message[], locale: Locale): readonly Message[] {
  return [...new Map(texts.map((text) => [say(text, locale), text])).values()];
}

/** The largest effect, and how busy somebody gets where one tells it: that is who does the work. */
function mostTelling(findings: readonly Finding[]): readonly Finding[] {
  const busy = findings.find(({ id }) => id.includes(':utilisation:'));
  const [first] = findings;
  if (first === undefined || busy === undefined || busy === first) return findings.slice(0, effectsShown);
  return [first, busy];
}

function writeTyped(slide: Slide, page: keyof typeof typedPlaces, text: string, missing: Message): void {
  const { box, size, bold } = typedPlaces[page];
  if (text.trim() !== '') slide.typed(text, box, size, bold);
  else {
    slide.y = box.y;
    slide.text(missing, { size, colour: 'muted', lines: 2 });
  }
}

function writeDiagram(slide: Slide, evidence: Evidence, locale: Locale, x?: number, width?: number): void {
  const noteHeight = 36;
  const picture = fittingDiagram(evidence, locale, { width: width ?? slideWidth, height: slide.room - noteHeight, least: leastDiagram });
  if (picture === undefined) return;
  // In a column there is no room for more than which part is shown; the page before has said how to read it.
  const notes = picture.notes.filter(({ id }) => width === undefined || id !== 'report.handoffLegend');
  slide.picture(picture.scene, slide.room - noteHeight * notes.length, 1.4, 'middle', x, width);
  for (const note of notes) slide.text(note, { size: smallestText, colour: 'muted', lines: 1 }, x, width);
}

function writeBars(slide: Slide, scenarios: readonly ScenarioEvidence[], height: number, locale: Locale): void {
  // Where work piles up a mean says nothing.
  const rows = scenarios.flatMap(({ name, result }) => (result === undefined || result.verdict.state === 'unstable' ? [] : [{ name, groups: groupTimes(result.attribution) }]));
  slide.y += 8;
  if (rows.length > 0) slide.picture(timeBarsPicture(rows, 'deck-bars', barWidth).scene(locale), height, barFactor, 'start');
}
