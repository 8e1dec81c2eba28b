import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { laneBand } from '../model/lanes.ts';
import type { Model } from '../model/model.ts';
import { sampleModel } from '../testing/sample.ts';
import { sampleOperations } from '../testing/sample-operations.ts';
import { applyOperation, type Operation } from './all.ts';

const after = (operation: Operation, model: Model = sampleModel()): Model => {
  const applied = applyOperation(model, operation);
  if (!applied.ok) throw new Error(say(applied.failure.message));
  return applied.value.model;
};
const refusal = (operation: Operation, model: Model = sampleModel()): string => {
  const applied = applyOperation(model, operation);
  return applied.ok ? '' : say(applied.failure.message);
};
const ends = (model: Model): string[] => Object.values(model.flows).map((flow) => `${flow.id}: ${flow.from} > ${flow.to}`).toSorted();

describe('leaving a step out', () => {
  it('leads work on and keeps the ids of all that survives', () => {
    // when
    const model = after({ type: 'step.eliminate', step: 'assess' });
    // then
    expect(ends(model)).toEqual(['f1: begin > build', 'f2: build > approve', 'f4: approve > verdict', 'f5: deploy > done', 'no: verdict > build', 'yes: verdict > deploy']);
    expect(model.flows['f2']?.handoff?.channel).toBe('ticket');
    expect(model.nodes['remark']).not.toHaveProperty('about');
  });

  it('passes the handoff on to a flow that had none', () => {
    const model = after({ type: 'step.eliminate', step: 'build' });
    expect(model.flows['f1']?.to).toBe('assess');
    expect(model.flows['f1']?.handoff?.channel).toBe('ticket');
    expect(model.flows['no']).toMatchObject({ from: 'verdict', to: 'assess', rework: true });
  });

  it('is refused where nobody could say how work goes on', () => {
    const model = sampleModel();
    model.flows['f9'] = { id: 'f9', process: 'page', from: 'assess', to: 'deploy' };
    expect(refusal({ type: 'step.eliminate', step: 'assess' }, model)).toBe('"Assess" has 2 ways out and needs exactly one for this: connect it first.');
  });
});

describe('parallel steps', () => {
  it('get a fork before and a join after them, and each keeps what its handoff costs', () => {
    // when
    const model = after({ type: 'step.parallelise', steps: ['build', 'assess'], fork: 'fork', join: 'join', flows: ['p1', 'p2', 'p3'] }, withoutRework());
    // then
    expect(ends(model)).toEqual([
      'f1: begin > fork', 'f2: fork > assess', 'f3: join > approve', 'f4: approve > verdict', 'f5: deploy > done',
      'p1: fork > build', 'p2: build > join', 'p3: assess > join', 'yes: verdict > deploy',
    ]);
    expect(model.flows['f2']?.handoff?.setup).toBeDefined();
    expect(model.nodes['fork']?.kind).toBe('fork');
    expect(model.nodes['join']?.kind).toBe('join');
  });

  it('must follow each other with one way in and out', () => {
    expect(refusal({ type: 'step.parallelise', steps: ['build', 'assess'], fork: 'fork', join: 'join', flows: ['p1', 'p2', 'p3'] })).toContain('"Build" has 2 ways in');
    expect(refusal({ type: 'step.parallelise', steps: ['approve', 'assess'], fork: 'fork', join: 'join', flows: ['p1', 'p2', 'p3'] })).toContain('does not come right after');
  });
});

describe('merging and splitting', () => {
  it('adds up the times, and keeps the first step with its team', () => {
    const model = after({ type: 'step.merge', first: 'assess', second: 'approve' });
    expect(model.nodes['assess']).toMatchObject({ name: 'Assess + Approve', serviceTime: { type: 'fixed', value: 120, unit: 'min' }, approval: { decider: 'ada' } });
    expect(model.nodes['approve']).toBeUndefined();
    expect(model.flows['f4']?.from).toBe('assess');
    expect(model.flows['f3']).toBeUndefined();
  });

  it('divides the time and moves what came after to the second half', () => {
    const model = after(sampleOperations['step.split']);
    expect(model.nodes['build']).toMatchObject({ serviceTime: { value: 15 } });
    expect(model.nodes['build-2']).toMatchObject({ name: 'Test', serviceTime: { value: 45 }, requirements: [{ anyOf: [{ team: 'developers' }] }] });
    expect(model.flows['f2']?.from).toBe('build-2');
    expect(model.flows['f9']).toMatchObject({ from: 'build', to: 'build-2' });
  });

  it('adds the variances of random times', () => {
    const model = sampleModel();
    const time = { type: 'exponential', mean: 30, unit: 'min' } as const;
    Object.assign(model.nodes['assess'] ?? {}, { serviceTime: time });
    Object.assign(model.nodes['approve'] ?? {}, { serviceTime: { ...time, mean: 2, unit: 'h' } });
    expect(after({ type: 'step.merge', first: 'assess', second: 'approve' }, model).nodes['assess']).toMatchObject({
      serviceTime: { type: 'gamma', unit: 'min', mean: 150, sd: Math.sqrt(30 ** 2 + 120 ** 2) },
    });
  });
});

describe('changing the order', () => {
  it('closes the gap and opens the flow', () => {
    const model = after({ type: 'step.reorder', step: 'assess', onto: 'f1' });
    expect(ends(model)).toContain('f1: begin > assess');
    expect(ends(model)).toContain('f3: assess > build');
    expect(ends(model)).toContain('f2: build > approve');
  });

  it('checks first what may end a case', () => {
    const model = after({ type: 'step.knockOut', step: 'approve', gateway: 'verdict', pass: 'yes', onto: 'f1' });
    expect(ends(model)).toEqual([
      'f1: begin > approve', 'f2: build > assess', 'f3: assess > deploy', 'f4: approve > verdict', 'f5: deploy > done', 'no: verdict > build', 'yes: verdict > build',
    ]);
  });

  it('sorts a share onto a short way', () => {
    const model = after(sampleOperations['flow.triage']);
    expect(model.flows['f2']).toMatchObject({ from: 'build', to: 'small' });
    expect(model.flows['f9']).toMatchObject({ from: 'small', to: 'assess', probability: { value: 0.4 }, handoff: { channel: 'ticket' } });
    expect(model.flows['f10']).toMatchObject({ from: 'small', to: 'deploy', probability: { value: 0.6 } });
  });
});

describe('handoffs', () => {
  it('go when one team does both steps', () => {
    const model = after({ type: 'handoff.remove', flow: 'f2' });
    expect(model.flows['f2']?.handoff).toBeUndefined();
    expect(model.nodes['assess']).toMatchObject({ party: 'it', requirements: [{ anyOf: [{ team: 'developers' }] }] });
  });

  it('need no re-keying between integrated systems', () => {
    const model = after(sampleOperations['systems.integrate']);
    expect(model.flows['f2']?.handoff).toEqual({ channel: 'api', rejection: { value: 0.1 } });
    expect(refusal(sampleOperations['systems.integrate'], model)).toContain('Nothing is re-keyed');
  });

  it('stay with the hop that crosses when a step is put between', () => {
    const model = after(sampleOperations['node.insert']);
    expect(model.flows['f2']?.handoff).toBeUndefined();
    expect(model.flows['f9']).toMatchObject({ from: 'test', to: 'assess', handoff: { channel: 'ticket' } });
  });
});

describe('lanes', () => {
  const distance = (model: Model, node: string): number => {
    const found = model.nodes[node];
    const page = model.processes['page'];
    const band = found?.party === undefined || page === undefined ? undefined : laneBand(model, page, found.party);
    return (found?.position.y ?? 0) - (band?.offset ?? 0);
  };

  it.each(['lane.add', 'lane.reorder', 'lane.resize', 'lane.nest', 'lane.collapse'] as const)('%s keeps every node at its place in its lane', (type) => {
    const model = after(sampleOperations[type]);
    for (const node of ['build', 'assess', 'deploy']) expect(distance(model, node), node).toBe(distance(sampleModel(), node));
  });

  it('take their work along or hand it to another lane', () => {
    const gone = after({ type: 'lane.remove', process: 'page', party: 'cloud' });
    expect(gone.nodes['deploy']).toBeUndefined();
    expect(gone.parties['cloud']).toBeUndefined();
    expect(gone.teams['support']).toBeUndefined();
    const moved = after({ type: 'lane.remove', process: 'page', party: 'cloud', moveTo: 'it' });
    expect(moved.nodes['deploy']).toMatchObject({ party: 'it', position: { x: 1016, y: 48 } });
    expect(moved.teams['support']).toBeDefined();
  });

  it('keep their own work in a strip before the lanes that they take in, on every page', () => {
    const two = after({ type: 'process.add', process: { id: 'other', name: 'Other', lanes: [{ party: 'it', size: 100 }, { party: 'cloud', size: 80 }, { party: 'security', size: 90 }] } });
    const drawn = after({ type: 'node.add', node: { kind: 'step', id: 'sell', name: 'Sell', process: 'other', party: 'security', position: { x: 200, y: 200 } } }, two);
    const nested = after({ type: 'lane.nest', party: 'cloud', parent: 'it' }, drawn);
    // Where nothing is drawn in it, a lane gives its room up, and what comes after it closes up.
    expect(nested.processes['other']?.lanes.map(({ ownWork }) => ownWork)).toEqual([undefined, undefined, undefined]);
    expect(nested.nodes['sell']?.position.y).toBe(100);
    expect(nested.processes['page']?.lanes.find(({ party }) => party === 'it')?.ownWork).toBe(true);
    expect(refusal({ type: 'lane.ownWork', process: 'page', party: 'it', ownWork: false }, nested)).toContain('move it into the lanes inside it');
    const roomy = after({ type: 'lane.ownWork', process: 'other', party: 'it', ownWork: true }, nested);
    expect(roomy.nodes['sell']?.position.y).toBe(200);
    expect(after({ type: 'lane.ownWork', process: 'other', party: 'it', ownWork: false }, roomy).nodes['sell']?.position.y).toBe(100);
  });

  it('cannot lie inside themselves', () => {
    const nested = after({ type: 'lane.nest', party: 'cloud', parent: 'it' });
    expect(refusal({ type: 'lane.nest', party: 'it', parent: 'cloud' }, nested)).toContain('cannot go inside');
  });
});

describe('removing', () => {
  it('forgets a team everywhere', () => {
    const model = after({ type: 'team.remove', team: 'analysts' });
    expect(model.nodes['assess']).not.toHaveProperty('requirements');
  });

  it('takes the content of a sub-process and the events of a step along', () => {
    const model = after({ type: 'node.remove', nodes: ['box', 'deploy'] });
    expect(model.nodes['inside']).toBeUndefined();
    expect(model.nodes['wait']).toBeUndefined();
    expect(model.flows['yes']).toBeUndefined();
  });

  it('takes demand along with the start where it arrives', () => {
    expect(after({ type: 'node.remove', nodes: ['begin'] }).demandClasses).toEqual({});
  });
});

describe('editing', () => {
  it('is refused where a field would not be what it must be', () => {
    expect(refusal({ type: 'node.edit', node: 'build', set: { rework: { value: 2 } } })).toContain('must be at most 1');
    expect(refusal({ type: 'node.edit', node: 'verdict', clear: ['decides'] })).toBe('"Approved?": decides must be one of oneOf, someOf, firstEvent.');
    expect(refusal({ type: 'team.setCapacity', team: 'developers', capacity: { value: -1 } })).toContain('must be more than 0');
  });

  it('keeps what a new kind of node knows', () => {
    const model = after({ type: 'node.replace', node: 'build', kind: 'subprocess' });
    expect(model.nodes['build']).toEqual({ kind: 'subprocess', id: 'build', name: 'Build', process: 'page', party: 'it', position: { x: 264, y: 48 } });
    const fork = after({ type: 'node.replace', node: 'verdict', kind: 'fork' });
    expect(fork.flows['yes']).not.toHaveProperty('probability');
  });

  it('moves bends with both ends and keeps them in line with one', () => {
    const both = after({ type: 'node.move', moves: [{ node: 'build', position: { x: 274, y: 58 } }, { node: 'assess', position: { x: 490, y: 218 } }] });
    expect(both.flows['f2']?.waypoints).toEqual([{ x: 450, y: 90 }, { x: 450, y: 250 }]);
    const one = after({ type: 'node.move', moves: [{ node: 'build', position: { x: 274, y: 58 } }] });
    expect(one.flows['f2']?.waypoints).toEqual([{ x: 440, y: 90 }, { x: 440, y: 240 }]);
  });

  it('refuses a name that an object has by itself as an id', () => {
    expect(refusal({ type: 'party.add', party: { id: 'constructor', name: 'Odd', kind: 'department' } })).toContain('reserved');
  });
});

describe('a field that names another element', () => {
  it.each<Operation>([
    { type: 'node.edit', node: 'build', set: { requirements: [{ anyOf: [{ team: 'nobody' }] }] } },
    { type: 'handoff.setTerm', flow: 'f2', term: { supportCalendar: 'nobody' } },
    { type: 'demand.set', demandClass: 'changes', arrivals: { type: 'rate', value: 1, per: 'd', calendar: 'nobody' } },
    { type: 'team.edit', team: 'developers', set: { people: ['ada', 'nobody'] } },
    { type: 'flow.edit', flow: 'f3', set: { handoff: { term: { supportCalendar: 'nobody' } } } },
    { type: 'team.add', team: { id: 'more', name: 'More', party: 'nobody' } },
  ])('must name one that is there: $type', (operation) => {
    expect(refusal(operation)).toContain('"nobody" is not in this document');
  });

  it('may name a built-in calendar', () => {
    expect(after({ type: 'team.edit', team: 'developers', set: { calendar: 'office-hours' } }).teams['developers']?.calendar).toBe('office-hours');
  });
});

describe('pasting', () => {
  it('gives fresh ids, keeps the flows among the copies and uses the teams that are there', () => {
    const paste = sampleOperations['fragment.paste'];
    expect(paste.nodes.map((node) => node.id)).toEqual(['assess-1', 'approve-1']);
    expect(paste.flows).toMatchObject([{ from: 'assess-1', to: 'approve-1' }]);
    expect(paste.teams).toEqual([]);
    expect(paste.lanes).toEqual([]);
    expect(after(paste).nodes['approve-1']).toMatchObject({ approval: { decider: 'ada' }, position: { x: 696, y: 288 } });
  });
});

function withoutRework(): Model {
  const model = sampleModel();
  delete model.flows['no'];
  return model;
}
