import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { modelSchema } from '../../document/model/model.ts';
import { referencesOf } from '../../document/model/references.ts';
import { say } from '../../language/say.ts';
import { readBpmn } from '../bpmn/read-bpmn.ts';
import type { Imported } from '../imported.ts';
import { readProcess } from '../read-process.ts';
import { applyProsimos } from './read-prosimos.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../../tests/fixtures/bpmn/${name}`, import.meta.url));
const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

let drawing: Imported;
beforeAll(async () => {
  const outcome = await readBpmn(fixture('claims.bpmn'), 'claims.bpmn');
  if (!outcome.ok) throw new Error('claims.bpmn was refused');
  drawing = outcome.value;
});

function apply(bytes: Uint8Array, keepNames = false): Imported {
  const outcome = applyProsimos(drawing, bytes, 'p.json', { keepNames });
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  expect(modelSchema.safeParse(outcome.value.model).success).toBe(true);
  for (const { target, tables } of referencesOf(outcome.value.model)) {
    expect(tables.some((table) => target in outcome.value.model[table]) || target === 'around-the-clock', target).toBe(true);
  }
  return outcome.value;
}
const said = (imported: Imported, id: string): string[] => imported.report.entries.filter((entry) => entry.message.id === `interchange.${id}`).map((entry) => say(entry.message));

describe('a file of the present form', () => {
  let claims: Imported;
  beforeAll(() => {
    claims = apply(fixture('claims-moments.json'));
  });

  it('makes teams of profiles with capacity, hours and cost, as measured', () => {
    const { teams, calendars, parties } = claims.model;
    expect(Object.values(teams)).toEqual([
      { id: 'team-clerks', name: 'Clerks', party: 'party-clerks', capacity: { value: 3, provenance: 'measured' }, calendar: 'calendar-1', costPerHour: { value: 35, provenance: 'measured' }, discipline: 'priority' },
      { id: 'team-bank', name: 'Bank system', party: 'party-bank', capacity: { value: 1, provenance: 'measured' }, calendar: 'around-the-clock', costPerHour: { value: 0, provenance: 'measured' }, discipline: 'priority' },
    ]);
    expect(parties['party-bank']?.kind).toBe('platform');
    expect(calendars['calendar-1']).toMatchObject({ name: 'Office', weekly: [{ day: 'mon', from: '09:00', to: '17:00:00.5' }, {}, {}, {}, {}] });
  });

  it('turns the teams of an undivided drawing into its lanes', () => {
    const { model, guessedParties, needsLayout, undrawnPages } = claims;
    expect(model.processes['claims']?.lanes.map((lane) => lane.party)).toEqual(['party-clerks', 'party-bank']);
    expect([model.nodes['assess']?.party, model.nodes['pay']?.party, model.nodes['start']?.party]).toEqual(['party-clerks', 'party-bank', 'party-clerks']);
    expect({ guessedParties, needsLayout, undrawnPages }).toEqual({ guessedParties: [], needsLayout: true, undrawnPages: ['claims'] });
    expect(model.parties['party-claims']).toBeUndefined();
    expect(said(claims, 'partyForProcess')).toEqual([]);
  });

  it('gives times, waits and probabilities; a missing one takes the rest', () => {
    const { nodes, flows } = claims.model;
    expect(nodes['assess']).toMatchObject({ serviceTime: { type: 'lognormal', mean: 600, sd: 200, lowest: 60, highest: 3600 }, requirements: [{ anyOf: [{ team: 'team-clerks' }] }] });
    expect(nodes['pay']).toMatchObject({ serviceTime: { type: 'fixed', value: 5, unit: 's' } });
    expect(nodes['wait']).toMatchObject({ wait: { type: 'uniform', min: 3600, max: 7200, unit: 's' } });
    expect([flows['yes']?.probability, flows['no']?.probability]).toEqual([{ value: 0.75, provenance: 'measured' }, { value: 0.25, provenance: 'measured' }]);
    expect(said(claims, 'timerWithoutTime')).toEqual([]);
  });

  it('reads arrivals, pushed to the next opening, the first at once', () => {
    expect(claims.model.demandClasses['demand-start']).toMatchObject({
      arrivals: { type: 'interArrival', time: { type: 'exponential', mean: 1800, shift: 100, highest: 9000 }, whenClosed: 'push', first: 'atStart', calendar: 'calendar-2' },
    });
    expect(claims.model.calendars['calendar-2']?.weekly.map(({ day }) => day)).toEqual(['mon', 'sat', 'sun']);
    expect(claims.runSettings).toEqual({ start: '2023-01-02T09:00', items: 500, mode: 'terminating' });
  });

  it('reads attributes, conditions, priorities and batches', () => {
    const demand = claims.model.demandClasses['demand-start'];
    expect(demand?.attributes).toMatchObject([
      { type: 'choice', name: 'kind', choices: [{ value: 'car', weight: 0.6 }, { value: 'house', weight: 0.4 }] },
      { type: 'number', name: 'amount', distribution: { type: 'normal', mean: 240, sd: 1 } },
    ]);
    expect(demand?.priorityRules).toEqual([
      { when: { anyOf: [[{ attribute: 'amount', comparison: 'in', value: ['1000', 'inf'] }]] }, priority: 1 },
      { when: { anyOf: [[{ attribute: 'kind', comparison: '=', value: 'house' }]] }, priority: 2 },
    ].map((rule) => (rule.priority === 1 ? { ...rule, when: { anyOf: [[{ attribute: 'amount', comparison: '>=', value: 1000 }]] } } : rule)));
    expect(claims.model.flows['yes']?.condition).toEqual({ anyOf: [[{ attribute: 'amount', comparison: '>=', value: 0 }, { attribute: 'kind', comparison: '=', value: 'car' }]] });
    expect(claims.model.nodes['pay']).toMatchObject({
      batching: {
        mode: 'parallel', sizes: [{ size: 1, weight: 0 }, { size: 3, weight: 1 }], factors: [{ size: 3, factor: 0.8 }],
        firing: [[{ attribute: 'size', comparison: '=', value: 3 }], [{ attribute: 'oldestWait', comparison: '>', value: 3600 }, { attribute: 'weekday', comparison: '=', value: 'fri' }]],
      },
    });
  });

  it('leaves the drawing it was given as it was', () => {
    expect(drawing.model.teams['team-party-claims']).toBeDefined();
    expect(drawing.model.nodes['pay']).not.toHaveProperty('serviceTime');
  });
});

describe('files of the older forms', () => {
  it('joins one-person profiles that share work into a team with who may do what', () => {
    const { model, report } = apply(fixture('claims-bounded.json'));
    expect(Object.values(model.teams)).toMatchObject([{ name: 'Claims', party: 'party-claims', people: ['person-1', 'person-2'] }]);
    expect(model.people).toMatchObject({
      'person-1': { name: 'Person 1', costPerHour: { value: 40 } }, 'person-2': { name: 'Person 2', costPerHour: { value: 30 } },
    });
    expect(model.nodes['assess']).toMatchObject({
      serviceTime: { type: 'gamma', mean: 100, sd: 50, shift: 10, highest: 900 },
      requirements: [{ anyOf: [{ person: 'person-1' }, { person: 'person-2', serviceTime: { type: 'uniform', min: 60, max: 180, highest: 1000 } }] }],
    });
    expect(model.nodes['pay']).toMatchObject({ requirements: [{ anyOf: [{ person: 'person-2' }] }], serviceTime: { type: 'triangular', min: 100, mode: 200, max: 500 } });
    expect(model.demandClasses['demand-start']?.arrivals).toMatchObject({ time: { type: 'exponential', mean: 1800, lowest: 10, highest: 7200 } });
    expect(JSON.stringify(model)).not.toMatch(/Anna|Bert/);
    expect(report.entries.some((entry) => entry.message.id === 'interchange.dialectBounded')).toBe(true);
    expect(model.calendars[String(model.people['person-2']?.calendar)]?.weekly).toHaveLength(10);
  });

  it('keeps names when asked', () => {
    expect(apply(fixture('claims-bounded.json'), true).model.people['person-anna']).toMatchObject({ name: 'Anna Smith' });
  });

  it('takes the hours of the first step for arrivals where none are given', () => {
    const imported = apply(fixture('claims-bounded.json'));
    expect(said(imported, 'arrivalHours')).toHaveLength(1);
    const arrivals = imported.model.demandClasses['demand-start']?.arrivals;
    const calendar = arrivals?.type === 'interArrival' ? imported.model.calendars[arrivals.calendar ?? ''] : undefined;
    expect(calendar?.weekly.filter(({ day }) => day === 'tue')).toEqual([{ day: 'tue', from: '00:00', to: '02:00' }, { day: 'tue', from: '08:00', to: '12:00' }, { day: 'tue', from: '22:00', to: '24:00' }]);
  });

  it('reads dictionaries; equal people are one team', () => {
    const { model } = apply(fixture('claims-scipy.json'));
    expect(Object.values(model.teams)).toMatchObject([{ name: 'Clerks', party: 'party-claims', capacity: { value: 2 } }]);
    expect(model.nodes['assess']).toMatchObject({ serviceTime: { type: 'normal', mean: 600, sd: 120 } });
    expect(model.demandClasses['demand-start']?.arrivals).toMatchObject({ calendar: 'around-the-clock' });
    expect(model.flows['no']?.probability?.value).toBe(0.3);
  });
});

describe('refusals name the file, the element and what to do', () => {
  /** The good file with one value replaced, or taken away where there is no new one. */
  const withChange = (path: readonly (string | number)[], value: unknown): Uint8Array => {
    const copy: unknown = JSON.parse(new TextDecoder().decode(fixture('claims-moments.json')));
    const holder = path.slice(0, -1).reduce((object, key) => (object as Record<string | number, unknown>)[key], copy) as Record<string | number, unknown>;
    const last = path.at(-1) ?? '';
    if (value === undefined) delete holder[last];
    else holder[last] = value;
    return json(copy);
  };
  it.each<[string, string, (string | number)[], unknown]>([
    ['unknown distribution', '"cauchy"', ['task_resource_distribution', 0, 'resources', 0, 'distribution_name'], 'cauchy'],
    ['negative number', 'negative', ['task_resource_distribution', 1, 'resources', 0, 'distribution_params'], [{ value: -5 }]],
    ['missing number', 'too few', ['arrival_time_distribution', 'distribution_params'], []],
    ['no number', 'must be a number', ['task_resource_distribution', 1, 'resources', 0, 'distribution_params'], [{ value: 'soon' }]],
    ['sum of probabilities', 'sum to 1.25', ['gateway_branching_probabilities', 0, 'probabilities', 1, 'value'], 0.5],
    ['probability out of range', 'between 0 and 1', ['gateway_branching_probabilities', 0, 'probabilities', 0, 'value'], 1.5],
    ['unknown task', '"nobody"', ['task_resource_distribution', 0, 'task_id'], 'nobody'],
    ['unknown resource', '"ghost"', ['task_resource_distribution', 0, 'resources', 0, 'resource_id'], 'ghost'],
    ['unknown gateway', '"fork"', ['gateway_branching_probabilities', 0, 'gateway_id'], 'fork'],
    ['unknown branch', '"maybe"', ['gateway_branching_probabilities', 0, 'probabilities', 0, 'path_id'], 'maybe'],
    ['unknown calendar', '"lunar"', ['resource_profiles', 0, 'resource_list', 0, 'calendar'], 'lunar'],
    ['calendar that never opens', 'never opens', ['resource_calendars', 0, 'time_periods'], []],
    ['amount of nobody', '"Clerk"', ['resource_profiles', 0, 'resource_list', 0, 'amount'], 0],
    ['unknown event', '"gone"', ['event_distribution', 0, 'event_id'], 'gone'],
    ['missing part', 'resource_calendars', ['resource_calendars'], undefined],
    ['mixed forms', 'before and after', ['event_distribution', 0, 'distribution_params'], [1, 2, 3, 4]],
  ])('%s', (_, part, path, value) => {
    const outcome = applyProsimos(drawing, withChange(path, value), 'p.json');
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.failure.file).toBe('p.json');
    for (const word of ['"p.json"', part]) expect(say(outcome.failure.message)).toContain(word);
    expect(say(outcome.failure.message, 'de')).not.toMatch(/\{\w+\}|\n/);
  });

  it.each([['not json', 'no valid JSON'], ['{}', 'no Prosimos parameter file'], ['', 'is empty'], ['[1]', 'no Prosimos']])('%s', (text, part) => {
    const outcome = applyProsimos(drawing, new TextEncoder().encode(text), 'p.json');
    expect(outcome.ok ? '' : say(outcome.failure.message)).toContain(part);
  });
});

const data = path.resolve(import.meta.dirname, '../../../../shared/data/prosimos');

describe.skipIf(!existsSync(data))('the models of ../shared/data/prosimos (skipped where absent)', () => {
  const open = async (name: string, json = name): Promise<Imported> => {
    const files = [`${name}.bpmn`, `${json}.json`].map((file) => ({ name: file, bytes: readFileSync(path.join(data, name === 'BIMP_example' ? 'bimp_example' : name, file)) }));
    const outcome = await readProcess(files, { keepNames: true });
    if (!outcome.ok) throw new Error(say(outcome.failure.message));
    expect(modelSchema.safeParse(outcome.value.model).success).toBe(true);
    return outcome.value;
  };

  it('Insurance_Claims: two teams become two lanes', async () => {
    const { model } = await open('Insurance_Claims');
    expect(Object.values(model.teams).map((team) => [team.name, team.capacity?.value, team.costPerHour?.value])).toEqual([['Claims Handler', 100, 50], ['Call Centre Operator', 30, 30]]);
    expect(Object.values(model.processes)[0]?.lanes).toHaveLength(2);
  });

  it.each(['Procure_to_Pay', 'Procure_to_Pay_5_timers'])('%s: lanes and pools one to one, the odd name reported', async (name) => {
    const imported = await open(name);
    const { teams, parties, nodes } = imported.model;
    expect(Object.values(teams).map((team) => [team.name, parties[team.party]?.name, team.capacity?.value])).toEqual([
      ['Supplier', 'Supplier', 9], ['Financial Manager', 'Financial Manager', 1], ['Purchasing Agent', 'Purchasing Agent', 8],
      ['Requester Manager', 'Requisition Manager', 1], ['Requester', 'Requester', 2],
    ]);
    expect(said(imported, 'teamInLane')).toEqual(['Team "Requester Manager" does most of what is drawn in lane "Requisition Manager" and belongs to it.']);
    expect(Object.values(nodes).every((node) => node.kind !== 'step' || node.serviceTime?.provenance === 'measured')).toBe(true);
    expect(Object.values(nodes).every((node) => node.kind !== 'event' || node.wait?.type === 'exponential')).toBe(true);
  });

  it('AcademicCredentials: 306 people, one team, who may do what', async () => {
    const { model } = await open('AcademicCredentials');
    expect(Object.keys(model.people)).toHaveLength(306);
    expect(Object.values(model.teams)).toHaveLength(1);
    const step = Object.values(model.nodes).find((node) => node.name === 'Homologacion por grupo de cursos');
    if (step?.kind !== 'step') throw new Error('no step');
    expect(step.requirements?.[0]?.anyOf).toHaveLength(50);
    expect(step.requirements?.[0]?.anyOf.find((alternative) => alternative.person === 'person-1343')?.serviceTime).toMatchObject({ type: 'gamma', mean: 1219.2500000833334 });
  });

  it('bimp_example: the oldest form', async () => {
    const { model } = await open('BIMP_example', 'bimp_example');
    expect(Object.values(model.teams).map((team) => [team.name, team.capacity?.value, team.calendar])).toEqual([
      ['Credit Officer', 2, 'calendar-1'], ['Clerk', 2, 'calendar-2'], ['System', 1, 'around-the-clock'],
    ]);
  });
});
