import { describe, expect, it } from 'vitest';
import type { Evidence } from '../analysis/readings/evidence.ts';
import { sampleEvidence, sampleModel, sampleResult, sampleStudies, sure } from '../analysis/readings/sample-evidence.ts';
import { paintSvg } from '../drawing/painters/svg.ts';
import { themes } from '../drawing/theme.ts';
import { briefScene } from './brief/brief.ts';
import { composeReport } from './compose.ts';
import { paintOfResult } from './paint-of-results.ts';
import { runBlocks } from './run-blocks.ts';
import { doorIds, viewBlocks, viewIds, views } from './views/views.ts';
import { writeCsv } from './writers/csv.ts';
import { writeHtml } from './writers/html.ts';
import { writeJson } from './writers/json.ts';
import { writeMarkdown } from './writers/markdown.ts';
import { writeText } from './writers/text.ts';
import { runFindings } from '../analysis/readings/findings.ts';

const imprint = { date: '2024-02-03', version: '1.2.3' };
const nothing = { costs: false, names: false, comments: false };

const compared = (): Evidence => {
  const evidence = sampleEvidence();
  const result = sampleResult();
  return {
    ...evidence,
    studies: sampleStudies(),
    base: evidence.scenario,
    proposals: [{ id: 'daily', name: 'Meeting daily', model: sampleModel(), result }],
    comparison: {
      base: 'today',
      family: 3,
      scenarios: [
        {
          id: 'daily',
          differences: [
            { measure: 'leadTime', element: null, mean: -200_000, low: -240_000, high: -160_000, verdict: 'better', secondOrder: false },
            { measure: 'friction', element: 'security>cab', mean: -200_000, low: -240_000, high: -160_000, verdict: 'better', secondOrder: false },
            { measure: 'cost', element: null, mean: 12, low: 10, high: 14, verdict: 'worse', secondOrder: false },
          ],
        },
      ],
    },
  };
};

describe('the views', () => {
  it.each(viewIds)('%s shows something and every row has a cell for each column', (id) => {
    const blocks = viewBlocks(id, compared());
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) {
      if (block.kind === 'table') for (const row of block.rows) expect([block.id, row.length]).toEqual([block.id, block.columns.length]);
    }
  });

  it('say what to add where their inputs do not exist yet', () => {
    const { result: _, ...scenario } = sampleEvidence().scenario;
    const drawn = { ...sampleEvidence(), scenario };
    expect(viewIds.filter((id) => views[id].needs(drawn) === undefined)).toEqual(['whoOwnsWhat']);
    expect(viewBlocks('whereTimeGoes', drawn)).toEqual([]);
  });

  it('shows causes whose numbers sum to the lead time', () => {
    const table = viewBlocks('whereTimeGoes', sampleEvidence()).find((block) => block.kind === 'table' && block.id === 'causes');
    if (table?.kind !== 'table') throw new Error('The view has a table of causes.');
    const groups = table.rows.filter(([name]) => name?.text.id !== 'report.indented').map((row) => row[1]?.value ?? 0);
    expect(groups.slice(0, -1).reduce((sum, value) => sum + value, 0)).toBeCloseTo(groups.at(-1) ?? 0, 6);
  });
});

describe('a report', () => {
  it('states scenario, settings, date, owner and confidentiality', () => {
    const text = writeMarkdown(composeReport(sampleEvidence(), 'en', imprint, nothing));
    for (const fact of ['**Scenario:** Today', '30 runs, seed 1, 95 % intervals', '**Date:** 2024-02-03', '**Owner:** Head of IT', '**Confidentiality:** Internal']) expect(text).toContain(fact);
  });

  it('is written in German too', () => {
    const text = writeMarkdown(composeReport(sampleEvidence(), 'de', imprint, nothing));
    expect(text).toContain('## Wo die Zeit bleibt');
    expect(text).toContain('9,4 Tage');
  });

  it('lets out costs only when asked', () => {
    const told = (costs: boolean): string => writeCsv(composeReport(compared(), 'en', imprint, { ...nothing, costs }));
    expect(told(false)).not.toMatch(/^differences-daily,Cost/m);
    expect(told(true)).toMatch(/^differences-daily,Cost/m);
  });

  it('lets out names of persons only when asked', () => {
    const evidence = sampleEvidence();
    const { model } = evidence.scenario;
    const step = model.nodes['assess'];
    if (step?.kind !== 'step') throw new Error('The sample has a step.');
    const people = { ada: { id: 'ada', name: 'Ada Lovelace' } };
    const named = { ...model, people, nodes: { ...model.nodes, assess: { ...step, requirements: [{ anyOf: [{ person: 'ada' }] }] } } };
    const told = (names: boolean): string => writeMarkdown(composeReport({ ...evidence, scenario: { ...evidence.scenario, model: named } }, 'en', imprint, { ...nothing, names }));
    expect(told(false)).not.toContain('Ada');
    expect(told(false)).toContain('Person 1');
    expect(told(true)).toContain('Ada Lovelace');
  });

  it('lets out comments only when asked, and who wrote them only with the names', () => {
    const comments = [{ id: 'c', element: 'assess', author: 'Ada', text: 'Too slow?' }];
    const told = (given: Partial<typeof nothing>): string => writeMarkdown(composeReport(sampleEvidence(), 'en', imprint, { ...nothing, ...given }, comments));
    expect(told({})).not.toContain('Too slow?');
    expect(told({ comments: true })).toContain('| Assess | Too slow? | open |');
    expect(told({ comments: true })).not.toContain('Ada');
    expect(told({ comments: true, names: true })).toContain('| Assess | Too slow? | open | Ada |');
  });

  it('writes exact numbers as CSV and makes formulas harmless', () => {
    const evidence = sampleEvidence((result) => ({ ...result, steps: result.steps.map((step) => ({ ...step, name: '=cmd()' })) }));
    const csv = writeCsv(composeReport(evidence, 'en', imprint, nothing));
    // A heading can name no unit where rows differ: then each number has its own.
    expect(csv).toMatch(/^lead-time,Mean,[\d.]+ s,/m);
    expect(csv).toMatch(/^lead-time,Share of the time that is work,[\d.]+ share,/m);
    expect(csv).toMatch(/^lead-time,Finished per day,[\d.]+,/m);
    expect(csv).toContain("steps,'=cmd()");
    expect(csv).toMatch(/^bottlenecks,Security,0\.71,0\.9,0\.4,129600,/m);
  });

  it('as HTML draws its pictures in the colours of the reader’s system, and on paper in the light ones', () => {
    const html = writeHtml(composeReport(compared(), 'en', imprint, nothing));
    const [style, pictures] = [html.slice(0, html.indexOf('</style>')), html.slice(html.indexOf('<svg'))];
    expect(pictures).not.toMatch(/(?:fill|stroke)="#/);
    const used = new Set([...pictures.matchAll(/var\((--\w+)\)/g)].map(([, name]) => name));
    expect(used.size).toBeGreaterThan(8);
    for (const name of used) expect(style.split(`${name}:#`)).toHaveLength(3);
    expect(style).toContain(`@media screen and (prefers-color-scheme:dark){:root{`);
  });

  it('as HTML keeps a number beside its unit, moves a wide table by keys, and prints nothing below 8 points', () => {
    const html = writeHtml(composeReport(compared(), 'en', imprint, nothing));
    expect(html).toMatch(/<td class="end">[^<]*\d\u00A0days<\/td>/);
    expect(html).not.toMatch(/<td class="end">[^<]*\d (?:days|hours|minutes|%)<\/td>/);
    const tables = html.match(/<table/g)?.length ?? 0;
    expect(html.match(/<div class="table" role="group" aria-label="[^"]+" tabindex="0"><table/g)).toHaveLength(tables);
    const printed = html.slice(html.indexOf('@media print'));
    const sizes = [...printed.slice(0, printed.indexOf('</style>')).matchAll(/font-size:([\d.]+)(pt|px)/g)].map(([, size, unit]) => Number(size) * (unit === 'px' ? 0.75 : 1));
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
  });

  it('writes HTML that keeps what people typed as text and asks for nothing', () => {
    const evidence = sampleEvidence();
    const html = writeHtml(composeReport({ ...evidence, settings: { ...evidence.settings, title: '<script>alert(1)</script>' } }, 'en', imprint, nothing));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/(?:src|href)="(?!data:|#)/);
    expect(html).toContain('<svg');
  });

  it('tells of studies that were made', () => {
    const { sections } = composeReport(compared(), 'en', imprint, nothing);
    expect(sections.map(({ id }) => id)).toEqual(['short', 'process', ...viewIds, 'assumptions']);
  });

  it('writes JSON with numbers', () => {
    const data = JSON.parse(writeJson(composeReport(sampleEvidence(), 'en', imprint, nothing))) as { sections: { id: string }[] };
    expect(data.sections.map(({ id }) => id)).toEqual(['short', 'process', ...doorIds, 'assumptions']);
  });

  it('escapes names in Markdown', () => {
    const evidence = sampleEvidence((result) => ({ ...result, steps: result.steps.map((step) => ({ ...step, name: 'a|b *c*' })) }));
    expect(writeMarkdown(composeReport(evidence, 'en', imprint, nothing))).toContain(String.raw`a\|b \*c\*`);
  });
});

describe('a run in a terminal', () => {
  it('shows the headline, the bar and both tables in columns', () => {
    const evidence = sampleEvidence();
    const text = writeText(runBlocks(evidence, runFindings(evidence)), 'en');
    expect(text.split('\n')[0]).toBe('A request takes 9.4 days; 7.1 are waiting.');
    expect(text).toMatch(/^[█▓▒░▚▞·]{55,65}$/m);
    expect(text).toContain('Friction between teams');
    expect(text).toContain('What holds the flow back');
    const lines = text.split('\n');
    const head = lines.find((line) => line.startsWith('From'));
    const row = lines.find((line) => line.startsWith('Security  '));
    expect(row?.indexOf('Change board')).toBe(head?.indexOf('To'));
  });
});

describe('a result on the diagram', () => {
  it('prints friction on the handoffs behind each boundary', () => {
    const paint = paintOfResult('friction', sampleModel(), sampleResult(), 'en');
    expect(Object.keys(paint.flows ?? {})).toEqual(['f3']);
    expect(paint.flows?.['f3']?.badge).toMatchObject({ numbers: { handoff: '14 h', load: '3.3 d' } });
  });

  it('prints seconds of days as none', () => {
    const { boundaries, ...rest } = sampleResult();
    const handoff = (madeByHandoff: number) => paintOfResult('friction', sampleModel(), { ...rest, boundaries: boundaries.map((one) => ({ ...one, madeByHandoff: sure(madeByHandoff) })) }, 'en').flows?.['f3']?.badge;
    expect(handoff(160)).toMatchObject({ numbers: { handoff: '0', load: '3.3 d' } });
    expect(handoff(180)).toMatchObject({ numbers: { handoff: '3 min' } });
  });

  it('prints cost in the currency of the document', () => {
    const paint = paintOfResult('cost', sampleModel(), sampleResult(), 'en', 'CHF');
    expect(paint.flows?.['f3']?.badge).toMatchObject({ numbers: { handoff: expect.stringMatching(/^[\d.,]+ CHF$/) as string } });
  });

  it('prints how busy lanes are', () => {
    const paint = paintOfResult('busy', sampleModel(), { ...sampleResult(), teams: sampleResult().teams.map((team) => ({ ...team, utilisation: sure(0.71) })) }, 'en');
    expect(paint.lanes?.['it']).toMatchObject({ number: '71 %', share: 0.71 });
  });
});

describe('the brief', () => {
  it.each(['A4', 'A3', 'Letter'] as const)('fits one page of %s with finding, diagram, effect, assumptions and imprint', (paper) => {
    const scene = briefScene(compared(), imprint, { locale: 'en', paper, names: false });
    const svg = paintSvg(scene, themes.light);
    expect(scene.height).toBe({ A4: 1123, A3: 1587, Letter: 1056 }[paper]);
    for (const text of ['A request takes 9.4 days', 'Assess', 'Meeting daily saves', 'Rests on', '2024-02-03', 'Owner: Head of IT', 'Internal']) expect(svg).toContain(text);
  });

  it('gives the same bytes for the same document', () => {
    const draw = (): string => paintSvg(briefScene(compared(), imprint, { locale: 'de', paper: 'A4', names: false }), themes.light);
    expect(draw()).toBe(draw());
  });
});
