import { newLaneSize } from '../model/lanes.ts';
import { emptyModel, type Model } from '../model/model.ts';
import { type Document, emptyDocument } from '../scenarios/document.ts';

const step = (id: string, name: string, party: string, team: string, x: number, y: number) =>
  ({
    kind: 'step' as const, id, name, process: 'page', party, position: { x, y },
    requirements: [{ anyOf: [{ team }] }],
    serviceTime: { type: 'fixed' as const, value: 60, unit: 'min' as const, provenance: 'estimated' as const },
  });

/** A small process over three lanes that has one of everything: what tests of operations, files and history work on. */
export function sampleModel(): Model {
  const model = emptyModel();
  model.parties = {
    it: { id: 'it', name: 'IT', kind: 'department' },
    security: { id: 'security', name: 'Security', kind: 'department', owner: 'Ada' },
    cloud: { id: 'cloud', name: 'Cloud vendor', kind: 'vendor', calendar: 'far' },
    spare: { id: 'spare', name: 'Spare', kind: 'platform' },
  };
  model.teams = {
    developers: { id: 'developers', name: 'Developers', party: 'it', capacity: { value: 3, provenance: 'measured' } },
    analysts: {
      id: 'analysts', name: 'Analysts', party: 'security', people: ['ada', 'ben'],
      interrupts: [{ id: 'alarms', name: 'Alarms', every: { type: 'exponential', mean: 8, unit: 'h' }, length: { type: 'fixed', value: 30, unit: 'min' } }],
    },
    support: { id: 'support', name: 'Support', party: 'cloud', capacity: { value: 2 } },
  };
  model.people = { ada: { id: 'ada', name: 'Ada' }, ben: { id: 'ben', name: 'Ben', calendar: 'far' } };
  model.calendars = { far: { id: 'far', name: 'Far away', timeZone: 'Asia/Kolkata', weekly: [{ day: 'mon', from: '09:00', to: '18:00' }] } };
  model.systems = { tracker: { id: 'tracker', name: 'Tracker' }, portal: { id: 'portal', name: 'Portal' } };
  model.dataObjects = { ticket: { id: 'ticket', name: 'Ticket', systemOfRecord: 'tracker', copies: ['portal'] } };
  model.outcomes = { value: { id: 'value', name: 'Features in use', costOfDelayPerDay: { value: 200 } } };
  model.processes = {
    page: {
      id: 'page', name: 'Change', itemNoun: 'change', outcome: 'value',
      lanes: [{ party: 'it', size: newLaneSize }, { party: 'security', size: newLaneSize }, { party: 'cloud', size: newLaneSize }],
    },
  };
  model.nodes = {
    begin: { kind: 'start', id: 'begin', process: 'page', party: 'it', position: { x: 168, y: 60 } },
    build: { ...step('build', 'Build', 'it', 'developers', 264, 48), systems: ['tracker'], writes: ['ticket'], outcome: 'value' },
    assess: { ...step('assess', 'Assess', 'security', 'analysts', 480, 208), systems: ['portal'], reads: ['ticket'] },
    approve: {
      ...step('approve', 'Approve', 'security', 'analysts', 696, 208),
      approval: { decider: 'ada', when: { type: 'meeting', cadence: { type: 'weekly', days: ['tue'], at: '10:00' } } },
    },
    verdict: { kind: 'gateway', id: 'verdict', name: 'Approved?', process: 'page', party: 'security', position: { x: 912, y: 216 }, decides: 'oneOf' },
    deploy: step('deploy', 'Deploy', 'cloud', 'support', 1016, 368),
    wait: { kind: 'event', id: 'wait', process: 'page', party: 'cloud', position: { x: 1072, y: 412 }, trigger: 'timer', wait: { type: 'fixed', value: 2, unit: 'd' }, attachedTo: 'deploy' },
    done: { kind: 'end', id: 'done', process: 'page', party: 'cloud', position: { x: 1232, y: 380 } },
    box: { kind: 'subprocess', id: 'box', name: 'Details', process: 'page', party: 'it', position: { x: 696, y: 48 } },
    inside: { ...step('inside', 'Inside', 'it', 'developers', 264, 48), parent: 'box' },
    remark: { kind: 'note', id: 'remark', process: 'page', party: 'it', position: { x: 912, y: 16 }, text: 'Ask Ada', about: 'assess' },
  };
  model.flows = {
    f1: { id: 'f1', process: 'page', from: 'begin', to: 'build' },
    f2: {
      id: 'f2', process: 'page', from: 'build', to: 'assess',
      handoff: { channel: 'ticket', setup: { type: 'fixed', value: 10, unit: 'min' }, rekeying: true, rejection: { value: 0.1 } },
      waypoints: [{ x: 440, y: 80 }, { x: 440, y: 240 }],
    },
    f3: { id: 'f3', process: 'page', from: 'assess', to: 'approve' },
    f4: { id: 'f4', process: 'page', from: 'approve', to: 'verdict' },
    yes: { id: 'yes', process: 'page', from: 'verdict', to: 'deploy', probability: { value: 0.8 }, handoff: { channel: 'email' } },
    no: { id: 'no', process: 'page', from: 'verdict', to: 'build', probability: { value: 0.2 }, rework: true },
    f5: { id: 'f5', process: 'page', from: 'deploy', to: 'done' },
  };
  model.demandClasses = { changes: { id: 'changes', name: 'Changes', start: 'begin', arrivals: { type: 'rate', value: 20, per: 'w' }, outcome: 'value' } };
  return model;
}

/** The sample as a document with one proposal. */
export function sampleDocument(): Document {
  const document = emptyDocument('Sample');
  document.model = sampleModel();
  document.scenarios['daily'] = { id: 'daily', name: 'Decide daily', parent: 'today', changes: [], status: 'draft' };
  return document;
}
