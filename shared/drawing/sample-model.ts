import { type Model, emptyModel } from '../document/model/model.ts';
import type { Node } from '../document/model/node.ts';

/** A page with every kind of node and flow, for the tests of this room. */
export function sampleModel(orientation: 'horizontal' | 'vertical' = 'horizontal'): Model {
  const model = emptyModel();
  const process = 'change';
  model.processes[process] = {
    id: process, name: 'Software change', orientation,
    lanes: [
      { party: 'business', size: 160 }, { party: 'it', size: 320 }, { party: 'dev', size: 180 }, { party: 'ops', size: 140 },
      { party: 'board', size: 150 }, { party: 'cloud', size: 130 },
    ],
  };
  model.parties = {
    business: { id: 'business', name: 'Business', kind: 'department', owner: 'Maria Keller' },
    it: { id: 'it', name: 'Information technology', kind: 'department', owner: 'CIO' },
    dev: { id: 'dev', name: 'Development', kind: 'department', parent: 'it', owner: 'Head of development' },
    ops: { id: 'ops', name: 'Operations and platform engineering', kind: 'department', parent: 'it' },
    board: { id: 'board', name: 'Change board', kind: 'department', owner: 'Dr. Ayşe Yılmaz-Großmann' },
    cloud: { id: 'cloud', name: 'Cloud vendor', kind: 'vendor', owner: 'Procurement' },
  };
  const add = (node: Node): void => {
    model.nodes[node.id] = node;
  };
  const at = (x: number, y: number): { x: number; y: number } => (orientation === 'horizontal' ? { x, y } : { x: y, y: x * 0.75 });
  add({ kind: 'start', id: 'start', process, party: 'business', name: 'Change wanted', position: at(300, 60) });
  add({ kind: 'step', id: 'ask', process, party: 'business', name: 'Describe the change and its purpose', position: at(400, 48), valueAdding: true });
  add({ kind: 'step', id: 'assess', process, party: 'dev', name: 'Assess effort, risk and dependencies of the change', position: at(640, 216), automation: 'automatic', rework: { value: 0.1 } });
  add({ kind: 'gateway', id: 'size', process, party: 'dev', name: 'Standard change?', decides: 'oneOf', position: at(880, 224) });
  add({ kind: 'step', id: 'approve', process, party: 'board', name: 'Approve the change', position: at(1010, 520), approval: { when: { type: 'meeting', cadence: { every: 'week', days: ['tue'], at: ['10:00'] } } } } as unknown as Node);
  add({ kind: 'fork', id: 'fork', process, party: 'dev', position: at(1240, 224) });
  add({ kind: 'step', id: 'build', process, party: 'dev', name: 'Build and test', position: at(1360, 200), multiInstance: { mode: 'parallel', count: { type: 'fixed', value: 3 } } });
  add({ kind: 'step', id: 'prepare', process, party: 'ops', name: 'Prepare the environment', position: at(1360, 380) });
  add({ kind: 'event', id: 'late', process, party: 'ops', trigger: 'timer', attachedTo: 'prepare', position: { ...at(1380, 424) }, interrupting: false, name: 'after 2 d' });
  add({ kind: 'step', id: 'capacity', process, party: 'cloud', name: 'Order capacity', position: at(1480, 668) });
  add({ kind: 'join', id: 'join', process, party: 'dev', position: at(1600, 224) });
  add({ kind: 'subprocess', id: 'deploy', process, party: 'ops', name: 'Deploy', position: at(1720, 380) });
  add({ kind: 'event', id: 'answer', process, party: 'business', trigger: 'message', name: 'Users confirm', position: at(1960, 60) });
  add({ kind: 'end', id: 'end', process, party: 'business', name: 'Change in use', position: at(2080, 60) });
  add({ kind: 'end', id: 'stop', process, party: 'board', name: 'Refused', terminate: true, position: at(1260, 532) });
  add({ kind: 'note', id: 'note', process, text: 'The board meets on Tuesdays at 10:00 and takes at most twelve changes.', about: 'approve', position: at(700, 540), size: { width: 180, height: 80 } });
  add({ kind: 'group', id: 'group', process, name: 'Release train', position: at(1330, 164), size: orientation === 'horizontal' ? { width: 230, height: 312 } : { width: 420, height: 180 } });
  const flow = (from: string, to: string, rest: Partial<Model['flows'][string]> = {}): void => {
    const id = `${from}-${to}`;
    model.flows[id] = { id, process, from, to, ...rest };
  };
  flow('start', 'ask');
  flow('ask', 'assess', { handoff: { channel: 'ticket' } });
  flow('assess', 'size');
  flow('size', 'approve', { name: 'no', probability: { value: 0.7 }, handoff: { channel: 'meeting' } });
  flow('size', 'fork', { name: 'yes', probability: { value: 0.3 } });
  flow('approve', 'fork', { name: 'approved', handoff: { channel: 'email' } });
  flow('approve', 'stop', { name: 'refused' });
  flow('approve', 'assess', { rework: true, name: 'incomplete' });
  flow('fork', 'build');
  flow('fork', 'prepare');
  flow('late', 'capacity', { handoff: { channel: 'api' } });
  flow('capacity', 'deploy');
  flow('build', 'join');
  flow('prepare', 'join');
  flow('join', 'deploy');
  flow('ask', 'build', { kind: 'information', name: 'acceptance criteria' });
  flow('deploy', 'answer');
  flow('answer', 'end');
  return model;
}
