import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import type { Provenance } from '../../document/model/fields.ts';
import { say } from '../../language/say.ts';
import { guessFinding, rankedGuesses } from './guess-finding.ts';
import { type Guess, guessesOf, guessList, nameOfElement, nameOfGuess } from './guesses.ts';
import type { RunResult } from './measures.ts';
import { sampleEvidence, sampleModel, sampleResult, sure } from './sample-evidence.ts';

const paths = (model: Model): readonly string[] => guessesOf(model).map(({ path }) => path.join('.'));
const guess = (element: string, ...path: readonly (string | number)[]): Guess => ({ element, path: ['nodes', element, ...path], provenance: 'estimated' });

/** The sample with one more figure of its team. */
const withTeam = (change: Partial<Model['teams'][string]>): Model => {
  const model = sampleModel();
  const security = model.teams['security'];
  if (security === undefined) throw new Error('The sample has it.');
  return { ...model, teams: { ...model.teams, security: { ...security, ...change } } };
};

describe('guesses', () => {
  it('are found wherever they stand, in lists too, with their own spread', () => {
    const interrupts = [
      { id: 'i', name: 'Calls', every: { type: 'fixed' as const, value: 2, provenance: 'measured' as const }, length: { type: 'fixed' as const, value: 1, provenance: 'default' as const, spread: 0.3 } },
    ];
    const [first, ...rest] = guessesOf(withTeam({ interrupts, capacity: { value: 2, provenance: 'estimated' } }));
    expect(first).toEqual({ element: 'security', path: ['teams', 'security', 'capacity'], provenance: 'estimated' });
    expect(rest[0]).toEqual({ element: 'security', path: ['teams', 'security', 'interrupts', 0, 'length'], provenance: 'default', spread: 0.3 });
    expect(rest).toHaveLength(4);
  });

  it('are neither measured numbers nor numbers of unknown origin', () => {
    const told = (provenance: Provenance | undefined) => paths(withTeam({ protectedShare: { value: 0.1, ...(provenance === undefined ? {} : { provenance }) } })).length - 3;
    expect([told(undefined), told('measured'), told('estimated'), told('default')]).toEqual([0, 0, 1, 1]);
  });

  it('leave out what is only about money', () => {
    const amount = { value: 80, provenance: 'estimated' as const };
    const model = sampleModel();
    expect(paths({ ...withTeam({ costPerHour: amount }), outcomes: { value: { id: 'value', name: 'Value', value: amount, costOfDelayPerDay: amount } } })).toEqual(paths(model));
    const priced = { ...model.flows['f2'], id: 'f2', process: 'change', from: 'assess', to: 'check', handoff: { term: { penalty: amount } } };
    expect(paths({ ...model, flows: { ...model.flows, f2: priced } })).toEqual(paths(model));
  });

  it('of an element that is called like a sum of money are kept', () => {
    const model = { ...sampleModel(), teams: { value: { id: 'value', name: 'V', party: 'it', capacity: { value: 1, provenance: 'estimated' as const } } } };
    expect(paths(model)[0]).toBe('teams.value.capacity');
    const loose = { ...sampleModel(), outcomes: { value: { id: 'value', name: 'V', provenance: 'estimated' } } };
    expect(paths(loose)[0]).toBe('outcomes.value');
  });
});

describe('what people call a guess', () => {
  const named = (...path: readonly (string | number)[]): string => say(nameOfGuess(sampleModel(), guess('assess', ...path)));

  it.each([
    ['arrivals', 'volume of'], ['capacity', 'people in'], ['otherWork', 'other work of'], ['protectedShare', 'time kept for improvement of'], ['interrupts', 'unplanned work of'],
    ['serviceTime', 'time for'], ['requirements', 'time for'], ['rework', 'share repeated of'], ['approval', 'time to decide'], ['probability', 'share of'], ['transfer', 'time on the way'],
    ['setup', 'time to get into it at'], ['clarification', 'questions back'], ['rejection', 'share sent back'], ['batch', 'batch'], ['wait', 'wait of'], ['costPerHour', 'cost of'],
    ['costOfDelayPerDay', 'cost of'], ['queryTime', 'time to answer at'], ['sizes', 'number of'],
  ])('%s is the %s', (field, words) => expect(named(field)).toBe(`${words} Assess`));

  it('goes by the innermost field that has a name', () => {
    expect(named('requirements', 0, 'anyOf', 0, 'serviceTime')).toBe('time for Assess');
    expect(named('handoff', 'clarification', 'probability')).toBe('share with questions back Assess');
    expect(named('handoff', 'clarification', 'answer')).toBe('time to answer questions Assess');
    expect(named('otherWork', 'share')).toBe('other work of Assess');
    expect(named('otherWork', 'pieceLength')).toBe('length of other work of Assess');
    expect([named('interrupts', 0, 'every'), named('interrupts', 0, 'length')]).toEqual(['how often unplanned work comes to Assess', 'length of unplanned work of Assess']);
    expect(say(nameOfGuess(sampleModel(), { element: 'assess', path: ['arrivals', 'capacity', 'x'], provenance: 'default' }))).toBe('number of Assess');
  });

  it('calls a flow without a name by its ends, and an end without one by its lane', () => {
    const model = sampleModel();
    const flow = model.flows['f3'];
    if (flow === undefined) throw new Error('The sample has it.');
    const name = (change: Partial<typeof flow>): string => say(nameOfElement({ ...model, flows: { f3: { ...flow, ...change } } }, 'f3'));
    expect([name({}), name({ name: '' }), name({ name: 'Risky' })]).toEqual(['IT → Approve', 'IT → Approve', 'Risky']);
    expect([name({ from: 'start' }), name({ from: 'gone' })]).toEqual(['start → Approve', 'gone → Approve']);
    const { name: _, ...bare } = model.nodes['approve']!;
    const unnamed = (approve: Model['nodes'][string]): string => say(nameOfElement({ ...model, nodes: { ...model.nodes, approve } }, 'f3'));
    expect([unnamed(bare), unnamed({ ...model.nodes['approve']!, name: '' })]).toEqual(['IT → Board', 'IT → Board']);
  });

  it('names each once, and no more than asked for', () => {
    const guesses = [guess('assess', 'serviceTime'), guess('assess', 'requirements', 0), guess('approve', 'approval'), guess('assess', 'rework'), guess('assess', 'wait')];
    expect(say(guessList(sampleModel(), guesses))).toBe('time for Assess, time to decide Approve, share repeated of Assess');
    expect(say(guessList(sampleModel(), guesses, 1))).toBe('time for Assess');
  });
});

describe('the finding of guesses', () => {
  it('is none where everything was measured', () => {
    const evidence = { ...sampleEvidence(), scenario: { id: 'today', name: 'Today', model: { ...sampleModel(), nodes: {}, flows: {} } } };
    expect(guessFinding(evidence)).toBeUndefined();
  });

  it('lists three, and counts where there are more', () => {
    const three = guessFinding(sampleEvidence());
    expect(three && say(three.sentence)).toBe('Rests on guesses: time for Assess, share of IT → Approve, share of IT → end.');
    expect({ ...three, sentence: '' }).toEqual({ id: 'guesses', kind: 'guesses', sentence: '', elements: ['assess', 'f3', 'f4'], size: 3 });
    const evidence = { ...sampleEvidence(), scenario: { id: 'today', name: 'Today', model: withTeam({ protectedShare: { value: 0.1, provenance: 'default' }, otherWork: { share: { value: 0.1, provenance: 'default' } } }) } };
    const five = guessFinding(evidence);
    expect(five && say(five.sentence)).toBe('Rests on 5 guesses, among them: time kept for improvement of Security, other work of Security, time for Assess.');
    expect(five?.elements).toEqual(['security', 'assess', 'f3', 'f4']);
  });
});

describe('the order of guesses', () => {
  const order = (model: Model, change: Partial<RunResult>): readonly string[] => rankedGuesses(model, { ...sampleResult(), steps: [], boundaries: [], classes: [], ...change }).map(({ path }) => path.slice(1).join('.'));
  const [step] = sampleResult().steps;
  const [, boundary] = sampleResult().boundaries;
  if (step === undefined || boundary === undefined) throw new Error('The sample has them.');
  const inFile = ['assess.serviceTime', 'f3.probability', 'f4.probability'];

  it('is that of the file where nothing ran, or nothing takes time', () => {
    expect(rankedGuesses(sampleModel()).map(({ path }) => path.slice(1).join('.'))).toEqual(inFile);
    expect(order(sampleModel(), {})).toEqual(inFile);
  });

  it('puts those first on whose element most time is spent: visits times wait and work', () => {
    const at = (visits: number, waiting: number, service: number) => ({ ...step, visits: sure(visits), waiting: sure(waiting), service: sure(service) });
    const crossing = { ...boundary, madeByHandoff: sure(100) };
    // f3 leads to the board's step and is assumed, which counts twice: 200.
    expect(order(sampleModel(), { boundaries: [crossing], steps: [at(2, 60, 41)] })[0]).toBe('assess.serviceTime');
    expect(order(sampleModel(), { boundaries: [crossing], steps: [at(2, 60, 39)] })[0]).toBe('f3.probability');
    expect(order(sampleModel(), { boundaries: [crossing], steps: [at(1, 60, 41)] })[0]).toBe('f3.probability');
  });

  it('gives a team the friction of its boundaries, a class its lead time, a flow what its handoff makes', () => {
    const model = { ...withTeam({ protectedShare: { value: 0.1, provenance: 'estimated' } }), demandClasses: { normal: { id: 'normal', name: 'N', start: 'start', arrivals: { type: 'rate' as const, value: 1, per: 'd' as const, provenance: 'estimated' as const } } } };
    const [demand] = sampleResult().classes;
    if (demand === undefined) throw new Error('The sample has it.');
    const into = { ...boundary, to: 'security', friction: sure(50), madeByHandoff: sure(0) };
    expect(order(model, { boundaries: [into, into], classes: [{ ...demand, leadTime: sure(70) }] }).slice(0, 2)).toEqual(['security.protectedShare', 'normal.arrivals']);
    expect(order(model, { boundaries: [into], classes: [{ ...demand, leadTime: sure(70) }] }).slice(0, 2)).toEqual(['normal.arrivals', 'security.protectedShare']);
    expect(order(sampleModel(), { boundaries: [{ ...boundary, to: 'end', madeByHandoff: sure(5) }] })[0]).toBe('f4.probability');
  });

  it('counts an assumed number twice and a number of people not at all, since it is never drawn from a range', () => {
    const people = withTeam({ capacity: { value: 2, provenance: 'estimated' }, protectedShare: { value: 0.1, provenance: 'estimated' }, otherWork: { share: { value: 0.1, provenance: 'default' } } });
    expect(order(people, { boundaries: [{ ...boundary, to: 'security', friction: sure(50) }] })).toEqual(['security.otherWork.share', 'security.protectedShare', 'security.capacity', ...inFile]);
    const closed = { ...sampleModel(), demandClasses: { normal: { id: 'normal', name: 'N', start: 'start', arrivals: { type: 'closed' as const, population: { value: 9, provenance: 'default' as const } } } } };
    expect(order(closed, { classes: sampleResult().classes, steps: [step] })).toEqual(['assess.serviceTime', 'normal.arrivals.population', 'f3.probability', 'f4.probability']);
  });
});
