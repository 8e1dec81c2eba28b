import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../analysis/readings/evidence.ts';
import { sampleEvidence, sampleModel, sampleResult } from '../../analysis/readings/sample-evidence.ts';
import { paintSvg } from '../../drawing/painters/svg.ts';
import type { Scene, Shape } from '../../drawing/scene.ts';
import { themes } from '../../drawing/theme.ts';
import { message } from '../../language/message.ts';
import { composeDeck, type DeckOptions } from './deck.ts';

const options: DeckOptions = {
  question: 'Why do changes take two weeks?', decision: 'Let the board decide small changes daily.', changes: [message('analysis.verbatim', { text: 'Meets daily' })],
  date: '2024-02-03', include: { costs: false, names: false },
};

const compared = (): Evidence => {
  const evidence = sampleEvidence();
  return {
    ...evidence,
    base: evidence.scenario,
    proposals: [{ id: 'daily', name: 'Meeting daily', model: sampleModel(), result: sampleResult() }],
    comparison: {
      base: 'today',
      family: 3,
      scenarios: [{
        id: 'daily',
        differences: [
          { measure: 'leadTime', element: null, mean: -200_000, low: -240_000, high: -160_000, verdict: 'better', secondOrder: false },
          { measure: 'friction', element: 'security>cab', mean: -200_000, low: -240_000, high: -160_000, verdict: 'better', secondOrder: false },
          { measure: 'cost', element: null, mean: 12, low: 10, high: 14, verdict: 'worse', secondOrder: false },
        ],
      }],
    },
  };
};

const svg = (scene: Scene | undefined): string => (scene === undefined ? '' : paintSvg(scene, themes.light));

/** Every line of text with the box that it takes on the page. */
function lines(shapes: readonly Shape[], x = 0, y = 0): readonly { readonly text: string; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number; readonly size: number; readonly anchor: string; readonly bounded: boolean }[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'group') return lines(shape.shapes, x + (shape.at?.x ?? 0), y + (shape.at?.y ?? 0));
    if (shape.kind !== 'text') return [];
    return shape.lines.map(({ text, width }, at) => {
      const long = shape.turn === -90 ? 0 : width;
      const left = x + shape.x - (shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? long / 2 : long);
      const base = y + shape.y + at * shape.lineHeight;
      return { text, left, right: left + long, top: base - shape.size, bottom: base, size: shape.size, anchor: shape.anchor, bounded: shape.room !== undefined };
    });
  });
}

const long = 'Why does a change that everybody agrees on take weeks until it reaches those who asked for it? '.repeat(12);

describe('six pages to present', () => {
  it('are six of 16:9, each with its name, its number, date and confidentiality', () => {
    const pages = composeDeck(compared(), 'en', options);
    expect(pages.map(({ title }) => title)).toEqual(['Question', 'Today', 'Where time is lost', 'Proposal', 'Effect and who pays', 'Assumptions and decision asked']);
    for (const [at, page] of pages.entries()) {
      expect([page.width, page.height]).toEqual([1280, 720]);
      for (const text of [`${at + 1} / 6`, '2024-02-03', 'Internal']) expect(svg(page)).toContain(text);
    }
  });

  it('say question, finding, loss, change, effect and decision', () => {
    const pages = composeDeck(compared(), 'en', options).map(svg);
    const told = ['Why do changes take two weeks?', 'A request takes 9.4 days', 'Most is lost', 'Meets daily', 'Meeting daily saves', 'Let the board decide small changes daily.'];
    for (const [at, text] of told.entries()) expect(pages[at]).toContain(text);
  });

  it.each([['as drawn', sampleEvidence()], ['compared', compared()], ['with long names', { ...compared(), settings: { ...compared().settings, title: long, owner: long } }]])('keep all text on the page, %s', (_, evidence) => {
    const pages = composeDeck(evidence, 'de', { ...options, question: long, decision: long, changes: Array.from({ length: 9 }, () => message('analysis.verbatim', { text: long })) });
    for (const page of pages) {
      for (const line of lines(page.shapes)) {
        expect([line.text, line.left >= 0 && line.right <= 1280 && line.top >= 0 && line.bottom <= 720]).toEqual([line.text, true]);
      }
    }
  });

  it.each(['en', 'de'] as const)('leave room for a font wider by 18 %%, %s: nothing touches, nothing leaves the page', (locale) => {
    for (const page of [2, 4].map((at) => composeDeck(compared(), locale, options)[at])) {
      const wide = lines(page?.shapes ?? []).map((line) => {
        // What has a room of its own shrinks into it.
        const more = line.bounded ? 0 : (line.right - line.left) * 0.18;
        return { ...line, left: line.left - (line.anchor === 'start' ? 0 : more), right: line.right + (line.anchor === 'end' ? 0 : more) };
      });
      for (const [at, one] of wide.entries()) {
        expect([one.text, one.left >= 0 && one.right <= 1280]).toEqual([one.text, true]);
        const touched = wide.slice(at + 1).filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom);
        expect([one.text, touched.map(({ text }) => text)]).toEqual([one.text, []]);
      }
    }
  });

  it('write from 18 pixels outside of pictures', () => {
    for (const page of composeDeck(compared(), 'en', options)) {
      expect(Math.min(...page.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.size] : [])))).toBeGreaterThanOrEqual(18);
    }
  });

  it('say what to add where something is missing', () => {
    const { result: _, ...scenario } = sampleEvidence().scenario;
    const pages = composeDeck({ ...sampleEvidence(), scenario }, 'en', { ...options, question: '', decision: '', changes: [] }).map(svg);
    const told = ['Type the question', '', 'Simulate first.', 'Add a proposal', 'Add a proposal', 'Type the decision'];
    for (const [at, text] of told.entries()) expect(pages[at]).toContain(text);
    const { comparison: __, ...unCompared } = compared();
    expect(svg(composeDeck(unCompared, 'en', options)[4])).toContain('Compare the proposal with Today');
  });

  it('let out costs only when asked', () => {
    const told = (costs: boolean): string => svg(composeDeck(compared(), 'en', { ...options, include: { costs, names: false } })[4]);
    expect(told(false)).not.toContain('EUR');
    expect(told(true)).toContain('EUR');
  });

  it('are said in German', () => {
    const pages = composeDeck(compared(), 'de', options);
    expect(pages.map(({ title }) => title)).toEqual(['Frage', 'Heute', 'Wo Zeit verloren geht', 'Vorschlag', 'Wirkung, und wer dafür zahlt', 'Annahmen und erbetene Entscheidung']);
    expect(svg(pages[1])).toContain('9,4 Tage');
  });

  it('give the same bytes for the same document', () => {
    const draw = (): string => composeDeck(compared(), 'en', options).map(svg).join('');
    expect(draw()).toBe(draw());
  });
});

describe('pages that are handed out', () => {
  const handed = { ...options, handedOut: true, question: '', decision: '' };

  it('tell their author nothing, and leave out a proposal that is not there', () => {
    const pages = composeDeck(sampleEvidence(), 'en', { ...handed, changes: [] });
    expect(pages.map(({ title }) => title)).toEqual(['Question', 'Today', 'Where time is lost', 'Assumptions and decision asked']);
    const told = pages.map(svg);
    expect(told[0]).toContain(sampleEvidence().settings.title);
    expect(told[3]).toContain('No decision is asked yet.');
    expect(told[3]).toContain('4 / 4');
    expect(told.join('')).not.toMatch(/Type the|Add a proposal|Compare the proposal/);
    const { comparison: _, ...unCompared } = compared();
    expect(svg(composeDeck(unCompared, 'en', handed)[4])).toContain('The proposal has not been compared with Today.');
  });

  it('show no mean where work piles up', () => {
    const evidence = compared();
    const result = sampleResult();
    const piled = { ...evidence.scenario, result: { ...result, verdict: { state: 'unstable' as const, team: 'security', backlogPerDay: 1 } } };
    const bars = (pages: readonly Scene[]): number => (svg(pages[2]).match(/Worked on/g) ?? []).length;
    expect(bars(composeDeck(evidence, 'en', handed))).toBeGreaterThan(0);
    expect(bars(composeDeck({ ...evidence, scenario: piled, base: piled }, 'en', handed))).toBe(0);
  });

  it('keep date, confidentiality and every number in a sentence, however long the names are', () => {
    const name = 'Department of purchasing, contracts and supplier management abroad';
    const evidence = compared();
    const named = (scenario: Evidence['scenario']): Evidence['scenario'] => ({ ...scenario, model: { ...scenario.model, teams: Object.fromEntries(Object.entries(scenario.model.teams).map(([id, team]) => [id, { ...team, name: `${name} ${id}` }])) } });
    const pages = composeDeck({ ...evidence, settings: { ...evidence.settings, title: name.repeat(3) }, scenario: named(evidence.scenario), base: named(evidence.base ?? evidence.scenario), proposals: (evidence.proposals ?? []).map(named) }, 'en', handed);
    for (const page of pages) {
      const said = lines(page.shapes).map(({ text }) => text);
      expect(said.find((text) => text.includes('2024-02-03'))).toMatch(/ · 2024-02-03 · Internal$/);
      for (const text of said) expect(text).not.toMatch(/\d[^ ]*…$|loses.*…$/);
    }
  });
});
