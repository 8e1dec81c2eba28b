import { about, between, Composer, exactly, figure, otherWork } from './composing.ts';

/** A software change through a weekly approval board: most of its time it waits for the board. */
export function softwareChange(): Composer {
  const c = new Composer(
    'Software change',
    { name: 'Software change', itemNoun: 'change', itemNounPlural: 'changes', outcome: 'features', owner: 'Head of IT' },
    { purpose: 'How a change gets from the idea to its users, and where it waits', author: 'IT leadership', confidentiality: 'internal', currency: 'EUR', timeZone: 'Europe/Berlin', hoursPerDay: 8 },
  );
  c.put('calendars', 'office', {
    name: 'Office hours',
    weekly: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '09:00', to: '17:00' })),
  });
  c.put('calendars', 'bengaluru', {
    name: 'Bengaluru office', timeZone: 'Asia/Kolkata',
    weekly: (['mon', 'tue', 'wed', 'thu', 'fri'] as const).map((day) => ({ day, from: '11:30', to: '20:30' })),
  });

  c.lane('business', { name: 'Business', kind: 'department', owner: 'Head of Sales', calendar: 'office' });
  c.lane('it', { name: 'IT', kind: 'department', owner: 'Head of IT', calendar: 'office' });
  c.lane('security', { name: 'Security', kind: 'department', owner: 'CISO', calendar: 'office' });
  c.lane('board', { name: 'Change board', kind: 'department', owner: 'Head of Operations', calendar: 'office' });
  c.lane('operations', { name: 'Operations', kind: 'department', owner: 'Head of Operations', calendar: 'office' });
  c.lane('vendor', {
    name: 'Cloud vendor', kind: 'vendor', owner: 'Vendor manager', calendar: 'bengaluru',
    contract: { name: 'Platform support', responseTime: { value: 1, unit: 'd' }, supportCalendar: 'bengaluru', penalty: figure(400) },
  });

  c.put('teams', 'product-owners', { name: 'Product owners', party: 'business', capacity: figure(4), costPerHour: figure(85), ...otherWork(0.4) });
  c.put('teams', 'developers', { name: 'Developers', party: 'it', capacity: figure(7), costPerHour: figure(80), ...otherWork(0.1) });
  c.put('teams', 'analysts', { name: 'Security analysts', party: 'security', capacity: figure(2), costPerHour: figure(95), ...otherWork(0.15) });
  c.put('teams', 'change-board', { name: 'Change board', party: 'board', capacity: figure(1), costPerHour: figure(600) });
  c.put('teams', 'operators', {
    name: 'Operations', party: 'operations', capacity: figure(4), costPerHour: figure(75),
    interrupts: [{ id: 'alarms', name: 'Alarms and incidents', every: about(7, 'h'), length: between(0.25, 0.75, 3, 'h'), acts: 'preempt', perUnit: true }],
    ...otherWork(0.35, 0.5),
  });
  c.put('teams', 'cloud-engineers', { name: 'Cloud engineers', party: 'vendor', capacity: figure(5), costPerHour: figure(60), ...otherWork(0.5) });

  c.put('systems', 'tracker', { name: 'Issue tracker', owner: 'Head of IT' });
  c.put('systems', 'risk-register', { name: 'Risk register', owner: 'CISO' });
  c.put('systems', 'change-calendar', { name: 'Change calendar', owner: 'Head of Operations' });
  c.put('systems', 'vendor-portal', { name: 'Vendor portal', owner: 'Vendor manager' });
  c.put('dataObjects', 'change-record', { name: 'Change record', systemOfRecord: 'tracker', copies: ['risk-register', 'change-calendar', 'vendor-portal'] });
  c.put('outcomes', 'features', { name: 'Improvements in use', unit: 'change', value: figure(3000), costOfDelayPerDay: figure(150), targetLeadTime: { value: 5, unit: 'd' } });

  c.node('start', 'idea', { column: 0 }, { name: 'Idea', party: 'business' });
  c.step('describe', 'Describe change', 'business', 'product-owners', between(0.5, 1, 2, 'h'), { column: 1 }, { owner: 'Product owner', systems: ['tracker'], writes: ['change-record'], outcome: 'features', valueAdding: true });
  c.step('refine', 'Refine and estimate', 'it', 'developers', between(0.5, 1, 3, 'h'), { column: 1 }, { owner: 'Lead developer', systems: ['tracker'], outcome: 'features', valueAdding: true });
  c.step('build', 'Build and test', 'it', 'developers', between(1.5, 4, 12, 'h'), { column: 2 }, { owner: 'Lead developer', systems: ['tracker'], writes: ['change-record'], outcome: 'features', valueAdding: true });
  c.step('assess', 'Assess risk', 'security', 'analysts', between(0.5, 1.25, 4, 'h'), { column: 2 }, { owner: 'Security architect', systems: ['risk-register'], reads: ['change-record'], writes: ['change-record'], outcome: 'features' });
  c.node('step', 'approve', { column: 3 }, {
    name: 'Approve change', party: 'board', owner: 'Head of Operations', systems: ['change-calendar'], reads: ['change-record'], outcome: 'features',
    approval: { decider: 'change-board', when: { type: 'meeting', cadence: { type: 'weekly', days: ['thu'], at: '13:00' }, atMost: 40 } },
  });
  c.node('gateway', 'approved', { column: 4 }, { name: 'Approved?', party: 'board', decides: 'oneOf' });
  c.step('prepare', 'Prepare release', 'operations', 'operators', between(15, 30, 75, 'min'), { column: 4 }, { owner: 'Release manager', systems: ['change-calendar'], reads: ['change-record'], outcome: 'features' });
  c.step('provision', 'Provide environment', 'vendor', 'cloud-engineers', between(20, 45, 150, 'min'), { column: 5 }, { owner: 'Vendor manager', systems: ['vendor-portal'], reads: ['change-record'], outcome: 'features' });
  c.step('deploy', 'Deploy', 'operations', 'operators', between(20, 45, 120, 'min'), { column: 6 }, { owner: 'Release manager', systems: ['change-calendar'], outcome: 'features', valueAdding: true });
  c.step('confirm', 'Confirm in use', 'business', 'product-owners', between(0.25, 0.5, 1.5, 'h'), { column: 6 }, { owner: 'Product owner', systems: ['tracker'], writes: ['change-record'], outcome: 'features' });
  c.node('end', 'live', { column: 7 }, { name: 'In use', party: 'business' });

  c.flow('idea', 'describe');
  c.handoff('describe', 'refine', { channel: 'ticket', transfer: { time: exactly(15, 'min'), counts: 'elapsed' }, setup: exactly(10, 'min'), clarification: { probability: figure(0.2), answer: between(10, 20, 60, 'min') } });
  c.flow('refine', 'build');
  c.handoff('build', 'assess', { channel: 'email', transfer: { time: between(10, 30, 120, 'min'), counts: 'working' }, setup: exactly(20, 'min'), clarification: { probability: figure(0.15), answer: between(15, 30, 90, 'min') }, rejection: figure(0.06) });
  c.handoff('assess', 'approve', { channel: 'meeting' });
  c.flow('approve', 'approved');
  c.handoff('approved', 'prepare', { channel: 'document', transfer: { time: exactly(30, 'min'), counts: 'working' }, setup: exactly(10, 'min') }, { name: 'Yes', probability: figure(0.95) });
  c.handoff('approved', 'build', { channel: 'email' }, { name: 'No', probability: figure(0.05), rework: true });
  c.handoff('prepare', 'provision', {
    channel: 'ticket', transfer: { time: exactly(1, 'h'), counts: 'elapsed' }, setup: exactly(15, 'min'), rekeying: true,
    clarification: { probability: figure(0.15), answer: between(10, 20, 60, 'min') },
    term: { name: 'Platform support', responseTime: { value: 1, unit: 'd' }, supportCalendar: 'bengaluru', penalty: figure(400) },
  });
  c.handoff('provision', 'deploy', { channel: 'email', transfer: { time: exactly(30, 'min'), counts: 'elapsed' } });
  c.handoff('deploy', 'confirm', { channel: 'chat', transfer: { time: exactly(15, 'min'), counts: 'elapsed' } });
  c.flow('confirm', 'live');
  c.demand('changes', { name: 'Changes', start: 'idea', arrivals: { type: 'rate', value: 20, per: 'w', calendar: 'office', provenance: 'estimated' }, outcome: 'features' });

  c.proposal(
    'daily', { name: 'Decide small changes daily', description: 'Changes of low risk are decided each morning by Operations; the board keeps the others.', status: 'proposed', oneOffCost: figure(8000), runningCost: figure(0), when: 'now' },
    [
      {
        type: 'node.add',
        node: {
          kind: 'step', id: 'approve-small', name: 'Decide small change', process: 'process', party: 'operations', position: c.placed('step', 'operations', { column: 3 }),
          requirements: [{ anyOf: [{ team: 'operators' }] }], serviceTime: between(30, 60, 120, 'min'), owner: 'Head of Operations', outcome: 'features', systems: ['change-calendar'],
          approval: { decider: 'operators', when: { type: 'meeting', cadence: { type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri'], at: '09:30' } } },
        },
        flow: { id: 'small-onward', process: 'process', from: 'approve-small', to: 'prepare' },
      },
      { type: 'flow.triage', flow: c.flowBetween('assess', 'approve'), gateway: 'small', name: 'Small?', onward: 'to-board', shortcut: 'to-daily', to: 'approve-small', share: figure(0.4) },
      { type: 'handoff.setChannel', flow: 'to-daily', channel: 'chat' },
    ],
  );
  c.proposal(
    'weekly-twice', { name: 'Board meets twice a week', description: 'The same board, Mondays and Thursdays.', status: 'draft', oneOffCost: figure(0), runningCost: figure(60000), when: 'next' },
    [{ type: 'approval.setWhen', step: 'approve', when: { type: 'meeting', cadence: { type: 'weekly', days: ['mon', 'thu'], at: '13:00' }, atMost: 40 } }],
  );
  return c;
}
