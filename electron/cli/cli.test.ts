import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../../shared/document/model/model.ts';
import { serialiseDocument } from '../../shared/document/file/serialise.ts';
import { emptyDocument } from '../../shared/document/scenarios/document.ts';
import { sampleModel } from '../../shared/analysis/readings/sample-evidence.ts';
import { systemFonts } from '../node/system-fonts.ts';
import { localeOf } from './terminal.ts';
import { crossflow } from './test-terminal.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const without = <T extends object>(value: T | undefined, field: string): T => {
  if (value === undefined) throw new Error('The sample has it.');
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== field)) as T;
};

const inFolder = (name: string): string => path.join(folder, name);

async function written(name: string, content: string): Promise<string> {
  await writeFile(inFolder(name), content);
  return inFolder(name);
}

const sample = () => ({ ...emptyDocument('Software change'), model: sampleModel() });

describe('wrong usage', () => {
  it.each([
    [['simulate']], [['simulate', 'x.crossflow', '--replications', '0']], [['simulate', 'x.crossflow', '--horizon', 'soon']], [['simulate', 'x.crossflow', '--gain', 'some']],
    [['fly']], [['export', 'x.crossflow']], [['simulate', 'x.crossflow', '--log', 'x.txt']], [['export', 'x.crossflow', '-o', 'x.doc']], [['view', 'x.crossflow', '--name', 'none']],
  ])('%j ends with 2 and one line', async (words) => {
    const { code, err, out } = await crossflow(words);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/\bat .*\.ts/);
    expect(out).toBe('');
  });

  it('help goes to standard output and ends with 0', async () => {
    const { code, out } = await crossflow(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('simulate');
  });

  it('speaks German where the environment does', async () => {
    expect(localeOf({ LANG: 'de_DE.UTF-8' })).toBe('de');
    expect(localeOf({ LANG: 'C.UTF-8' })).toBe('en');
    const { err } = await crossflow(['simulate', 'x.crossflow', '--seed', '-1'], { locale: 'de' });
    expect(err).toContain('Verlangt ist eine ganze Zahl');
  });
});

describe('input that is refused', () => {
  const refused: readonly (readonly [name: string, content: string, says: RegExp])[] = [
    ['missing.crossflow', '', /missing\.crossflow/],
    ['empty.crossflow', '', /empty\.crossflow/],
    ['not-json.crossflow', 'hello', /not-json\.crossflow/],
    ['cut.crossflow', '{"format": "crossflow", "version": 2, "mod', /cut\.crossflow/],
    ['other.crossflow', '{"format": "else"}', /other\.crossflow/],
    ['newer.crossflow', '{"format": "crossflow", "version": 999}', /newer\.crossflow/],
    ['not.bpmn', '<html/>', /not\.bpmn/],
    ['cut.bpmn', '<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">', /cut\.bpmn/],
    ['empty.bpmn', '', /empty\.bpmn/],
    ['plain.txt', 'some words', /plain\.txt/],
  ];

  it.each(refused)('%s: one sentence, exit code 1, no file', async (name, content, says) => {
    if (name !== 'missing.crossflow') await written(name, content);
    const before = await readdir(folder);
    const { code, err, out } = await crossflow(['export', inFolder(name), '-o', inFolder(`${name}.svg`)]);
    expect(code).toBe(1);
    expect(err).toMatch(says);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/\bat .*\.ts|Error/);
    expect(out).toBe('');
    expect(await readdir(folder)).toEqual(before);
  });

  it('names the element whose number is negative', async () => {
    const document = sample();
    const text = serialiseDocument(document).replace('"mean": 2', '"mean": -2');
    const { code, err } = await crossflow(['check', await written('negative.crossflow', text)]);
    expect(code).toBe(1);
    expect(err).toMatch(/negative\.crossflow.*Assess/);
  });

  it('names the gateway whose branches do not sum to 1', async () => {
    const text = serialiseDocument(sample()).replace('"value": 0.8', '"value": 0.7');
    const file = await written('shares.crossflow', text);
    const { code, err } = await crossflow(['simulate', file]);
    expect(code).toBe(1);
    expect(err).toMatch(/^shares\.crossflow: .*0\.9/);
    expect((await crossflow(['check', file])).out).toContain('0.9');
  });

  const bad: readonly (readonly [what: string, change: (model: Model) => Model, says: RegExp])[] = [
    ['no volume', (model) => ({ ...model, demandClasses: { normal: { id: 'normal', name: 'Changes', start: 'start' } } }), /Changes/],
    ['no capacity', (model) => ({ ...model, teams: { ...model.teams, security: { id: 'security', name: 'Security', party: 'it' } } }), /Security/],
    ['no service time', (model) => ({ ...model, nodes: { ...model.nodes, assess: without(model.nodes['assess'], 'serviceTime') } }), /Assess/],
    ['a calendar that never opens', (model) => ({ ...model, calendars: { never: { id: 'never', name: 'Never', weekly: [] } }, teams: { ...model.teams, security: { id: 'security', name: 'Security', party: 'it', capacity: { value: 1 }, calendar: 'never' } } }), /Security.*Never|Never.*Security/],
    ['a circle without a way out', (model) => ({ ...model, flows: { f1: { id: 'f1', process: 'change', from: 'start', to: 'assess' }, f2: { id: 'f2', process: 'change', from: 'assess', to: 'assess' } } }), /Assess/],
    ['an unknown team', (model) => ({ ...model, nodes: { ...model.nodes, assess: { ...model.nodes['assess'], requirements: [{ anyOf: [{ team: 'nobody' }] }] } as Model['nodes'][string] } }), /Assess.*nobody|nobody.*Assess/],
    ['nobody in a team', (model) => ({ ...model, teams: { ...model.teams, security: { id: 'security', name: 'Security', party: 'it', capacity: { value: 0 } } } }), /Security/],
    ['a probability over 1', (model) => ({ ...model, nodes: { ...model.nodes, assess: { ...model.nodes['assess'], rework: { value: 1.2 } } as Model['nodes'][string] } }), /Assess/],
    ['an unknown time zone', (model) => ({ ...model, calendars: { moon: { id: 'moon', name: 'Moon', timeZone: 'Moon/Base', weekly: [{ day: 'mon', from: '09:00', to: '10:00' }] } }, teams: { ...model.teams, security: { id: 'security', name: 'Security', party: 'it', capacity: { value: 1 }, calendar: 'moon' } } }), /Moon\/Base/],
  ];

  it.each(bad)('%s is refused before the run, with the element', async (what, change, says) => {
    const name = `${what.replaceAll(' ', '-')}.crossflow`;
    const file = await written(name, serialiseDocument({ ...sample(), model: change(sampleModel()) }));
    const { code, err, out } = await crossflow(['simulate', file, '--json', inFolder('never.json')]);
    expect(code).toBe(1);
    expect(err).toMatch(says);
    expect(err).toContain(name);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/Crossflow failed/);
    expect(out).toBe('');
    expect(await readdir(folder)).not.toContain('never.json');
  });

  it('a run that cannot end is stopped, says at which limit, and gives what was found until then', { timeout: 120_000 }, async () => {
    const model = sampleModel();
    const flood: Model = { ...model, demandClasses: { normal: { id: 'normal', name: 'Changes', start: 'start', arrivals: { type: 'rate', value: 100_000, per: 'h' } } } };
    const file = await written('flood.crossflow', serialiseDocument({ ...sample(), model: flood }));
    const { code, out } = await crossflow(['simulate', file, '--replications', '1', '--gain', 'none', '--json', '-']);
    const result = JSON.parse(out) as { items: { started: number }; warnings: readonly unknown[] };
    expect(code).toBe(0);
    expect(result.items.started).toBeGreaterThan(1000);
    expect(JSON.stringify(result.warnings)).toContain('more than 1,000,000 items were in the system at once');
  });

  it('names the distribution that nobody knows', async () => {
    const { code, err } = await crossflow(['simulate', await written('unknown.crossflow', serialiseDocument(sample()).replace('"exponential"', '"magic"'))]);
    expect(code).toBe(1);
    expect(err).toMatch(/unknown\.crossflow.*Assess/);
  });

  it('names the scenarios there are', async () => {
    const { code, err } = await crossflow(['check', await written('ok.crossflow', serialiseDocument(sample())), '--scenario', 'Daily']);
    expect(code).toBe(1);
    expect(err).toContain('“Daily”');
    expect(err).toContain('Today');
  });

  it('cannot write where there is no folder, and says so', async () => {
    const { code, err } = await crossflow(['export', await written('ok.crossflow', serialiseDocument(sample())), '-o', inFolder('no/such/folder.svg')]);
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('check', () => {
  it('tells what is unclear and ends with 1', async () => {
    const { code, out } = await crossflow(['check', await written('ok.crossflow', serialiseDocument(sample()))]);
    expect(code).toBe(1);
    expect(out).toContain('1 handoff has no agreed channel: IT → Approve.');
  });

  it('writes findings as JSON', async () => {
    const { out } = await crossflow(['check', await written('ok.crossflow', serialiseDocument(sample())), '--json', '-']);
    expect((JSON.parse(out) as { findings: { id: string }[] }).findings.map(({ id }) => id)).toContain('clarity:handoffWithoutChannel');
  });

  it('reads a document from standard input', async () => {
    expect((await crossflow(['check', '-'], { input: serialiseDocument(sample()) })).out).toContain('no agreed channel');
  });
});

describe('export of a diagram', () => {
  it('writes the same SVG twice', async () => {
    const file = await written('ok.crossflow', serialiseDocument(sample()));
    for (const name of ['a.svg', 'b.svg']) expect(await crossflow(['export', file, '-o', inFolder(name)])).toEqual({ code: 0, out: '', err: '' });
    const [a, b] = await Promise.all([readFile(inFolder('a.svg'), 'utf8'), readFile(inFolder('b.svg'), 'utf8')]);
    expect(a).toContain('Assess');
    expect(a).toBe(b);
  });

  it('writes PNG and PDF', async () => {
    const file = await written('ok.crossflow', serialiseDocument(sample()));
    expect((await crossflow(['export', file, '-o', inFolder('a.png')])).err).toBe('');
    expect((await crossflow(['export', file, '-o', inFolder('a.pdf')])).err).toBe('');
    expect((await readFile(inFolder('a.png'))).subarray(1, 4).toString()).toBe('PNG');
    expect((await readFile(inFolder('a.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('writes BPMN that opens again, and slides', async () => {
    const file = await written('ok.crossflow', serialiseDocument(sample()));
    expect(await crossflow(['export', file, '-o', inFolder('a.bpmn')])).toEqual({ code: 0, out: '', err: '' });
    expect((await crossflow(['import', inFolder('a.bpmn'), '-o', inFolder('again.crossflow')])).code).toBe(0);
    expect(await readFile(inFolder('again.crossflow'), 'utf8')).toContain('Assess');
    expect((await crossflow(['export', file, '-o', inFolder('a.pptx')])).err).toBe('');
    expect((await readFile(inFolder('a.pptx'))).subarray(0, 2).toString()).toBe('PK');
  });

  it('writes the pages to present as slides and PDF, and as nothing else', async () => {
    const file = await written('ok.crossflow', serialiseDocument(sample()));
    for (const name of ['pages.pptx', 'pages.pdf']) expect((await crossflow(['export', file, '-o', inFolder(name), '--what', 'deck'])).err).toBe('');
    expect((await readFile(inFolder('pages.pptx'))).subarray(0, 2).toString()).toBe('PK');
    // Without a proposal there are no pages about one.
    expect((await readFile(inFolder('pages.pdf'))).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(4);
    expect((await crossflow(['export', file, '-o', inFolder('pages.svg'), '--what', 'deck'])).err).toContain('.pdf, .pptx');
  });

  it('draws names of scripts that our font lacks in fonts of the system, and embeds no other where there is nothing to draw with them', async ({ skip }) => {
    skip((await systemFonts('שלום')).length === 0, 'No font of this system has Hebrew letters.');
    const document = sample();
    const assess = document.model.nodes['assess'];
    if (assess === undefined) throw new Error('The sample assesses.');
    const named = { ...document, model: { ...document.model, nodes: { ...document.model.nodes, assess: { ...assess, name: 'שלום' } } } };
    const fontsOf = async (text: string): Promise<number> => {
      const file = await written('scripts.crossflow', text);
      expect((await crossflow(['export', file, '-o', inFolder('scripts.pdf')])).err).toBe('');
      return new Set((await readFile(inFolder('scripts.pdf'))).toString('latin1').match(/\/BaseFont \/\S+/g)).size;
    };
    expect(await fontsOf(serialiseDocument(named))).toBe((await fontsOf(serialiseDocument(document))) + 1);
  });

  it('says which formats there are for what', async () => {
    const { code, err } = await crossflow(['export', await written('ok.crossflow', serialiseDocument(sample())), '-o', inFolder('a.csv'), '--what', 'brief']);
    expect(code).toBe(1);
    expect(err).toContain('.svg, .png, .pdf, .pptx');
  });
});

describe('analyze', () => {
  const log = [
    'case_id,activity,start_time,end_time,resource',
    '1,Check,2024-01-01T09:00:00Z,2024-01-01T10:00:00Z,Ann',
    '1,Pay,2024-01-01T12:00:00Z,2024-01-01T13:00:00Z,Bob',
    '2,Pay,2024-01-01T10:00:00Z,2024-01-01T12:00:00Z,Bob',
  ].join('\n');

  it('splits the waiting between people by its cause', async () => {
    const { code, out } = await crossflow(['analyze', await written('log.csv', log), '--json', '-']);
    expect(code).toBe(0);
    const { cases, handoffs } = JSON.parse(out) as { cases: number; handoffs: { waiting: number; causes: Record<string, number> }[] };
    expect(cases).toBe(2);
    expect(handoffs.map(({ waiting, causes }) => [waiting, causes['contention'], causes['prioritisation']])).toEqual([[7200, 7200, 0]]);
    expect((await crossflow(['analyze', inFolder('log.csv')])).out).toContain('Most is lost Check (Ann) → Pay (Bob): 2 hours each time.');
  });

  it('reads calendars, and refuses what is none', async () => {
    const calendar = await written('hours.json', JSON.stringify({ Bob: [{ from: 'SUNDAY', to: 'MONDAY', beginTime: '11:00', endTime: '17:00' }] }));
    const { out } = await crossflow(['analyze', await written('log.csv', log), '--calendar', calendar, '--json', '-']);
    expect((JSON.parse(out) as { handoffs: { causes: Record<string, number> }[] }).handoffs[0]?.causes['unavailability']).toBe(3600);
    const { code, err } = await crossflow(['analyze', inFolder('log.csv'), '--calendar', await written('bad.json', '{"Bob": [{"from": "SOMEDAY"}]}')]);
    expect(code).toBe(1);
    expect(err).toMatch(/bad\.json.*Bob/);
  });

  it('gives back what a run wrote', async () => {
    const file = await written('ok.crossflow', serialiseDocument(sample()));
    await crossflow(['simulate', file, '--gain', 'none', '--replications', '2', '--horizon', '30d', '--log', inFolder('run.xes')]);
    const { code, out } = await crossflow(['analyze', inFolder('run.xes'), '--json', '-']);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { cases: number }).cases).toBeGreaterThan(20);
  });
});

describe('diff', () => {
  it('tells two documents apart by meaning', async () => {
    const document = sample();
    const before = await written('before.crossflow', serialiseDocument(document));
    const { approve: _, ...nodes } = document.model.nodes;
    const { f3: __, f5: ___, ...flows } = document.model.flows;
    const { f4, ...others } = flows;
    const left = { ...others, ...(f4 === undefined ? {} : { f4: { ...f4, probability: { value: 1 } } }) };
    const after = await written('after.crossflow', serialiseDocument({ ...document, model: { ...document.model, nodes, flows: left } }));
    const { code, out } = await crossflow(['diff', before, after]);
    expect(code).toBe(1);
    expect(out).toContain('Step "Approve": gone');
    expect(out).toMatch(/ → .+: share .+ → 100 %/);
    expect((await crossflow(['diff', before, before])).out).toBe('No difference.\n');
    const dark = await crossflow(['diff', before, after, '--svg', '-', '--theme', 'dark']);
    expect(dark.out.includes('fill="#151A21"')).toBe(true);
  });
});

describe('crossflow FILE', () => {
  it('opens files in the window by their whole paths, with the verb and without it', async () => {
    const first = await written('Geschäft 1.crossflow', '{}');
    const second = await written('b.bpmn', '<a/>');
    const relative = path.relative(process.cwd(), first);
    expect(await crossflow([relative, second])).toEqual({ code: 0, out: '', err: '', opened: [first, second] });
    expect((await crossflow(['open', first])).opened).toEqual([first]);
  });

  it('says which file is missing and opens the others; a word that is neither verb nor file is wrong usage', async () => {
    const there = await written('there.crossflow', '{}');
    expect(await crossflow([inFolder('gone.crossflow'), there])).toEqual({ code: 1, out: '', err: 'gone.crossflow: there is no such file: check the name.\n', opened: [there] });
    const mistyped = await crossflow(['simulat', there]);
    expect(mistyped.code).toBe(2);
    expect(mistyped.opened).toBeUndefined();
  });
});
