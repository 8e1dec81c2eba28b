import { about, between, Composer, exactly, figure, otherWork } from './composing.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** Incidents are resolved, their causes removed: the same people do both, and unplanned work wins. */
export function incidentImprovement(): Composer {
  const c = new Composer(
    'Incident to improvement',
    { name: 'Incident to improvement', itemNoun: 'incident', itemNounPlural: 'incidents', outcome: 'stable', owner: 'Head of Operations' },
    { purpose: 'From a report to a lasting improvement, and what unplanned work takes from it', author: 'IT operations', confidentiality: 'internal', currency: 'EUR', timeZone: 'Europe/Berlin', hoursPerDay: 8 },
  );
  c.put('calendars', 'office', { name: 'Office hours', weekly: weekdays.map((day) => ({ day, from: '09:00', to: '17:00' })) });
  c.put('calendars', 'long-day', { name: 'Service desk hours', weekly: weekdays.map((day) => ({ day, from: '07:00', to: '19:00' })) });
  c.put('calendars', 'manila', { name: 'Manila follow-the-sun', timeZone: 'Asia/Manila', weekly: weekdays.map((day) => ({ day, from: '08:00', to: '20:00' })) });

  c.lane('desk', { name: 'Service desk', kind: 'department', owner: 'Service desk manager', calendar: 'long-day' });
  c.lane('operations', { name: 'Operations', kind: 'department', owner: 'Head of Operations', calendar: 'office' });
  c.lane('vendor', {
    name: 'Software vendor', kind: 'vendor', owner: 'Vendor manager', calendar: 'manila',
    contract: { name: 'Premium support', responseTime: { value: 8, unit: 'h' }, supportCalendar: 'manila', penalty: figure(250) },
  });
  c.lane('development', { name: 'Development', kind: 'department', owner: 'Head of Development', calendar: 'office' });
  c.lane('board', { name: 'Improvement board', kind: 'department', owner: 'CIO', calendar: 'office' });

  c.put('teams', 'agents', { name: 'Agents', party: 'desk', capacity: figure(4), costPerHour: figure(45), discipline: 'priority', ...otherWork(0.45, 0.5) });
  c.put('teams', 'engineers', {
    name: 'Operations engineers', party: 'operations', capacity: figure(4), costPerHour: figure(75), discipline: 'priority',
    interrupts: [{ id: 'alarms', name: 'Alarms', every: about(4, 'h'), length: between(15, 30, 120, 'min'), acts: 'preempt', perUnit: true }],
    protectedShare: figure(0.05),
    ...otherWork(0.1),
  });
  c.put('teams', 'vendor-support', { name: 'Second-line support', party: 'vendor', capacity: figure(3), costPerHour: figure(60), discipline: 'priority', ...otherWork(0.6) });
  c.put('teams', 'developers', {
    name: 'Maintenance developers', party: 'development', capacity: figure(3), costPerHour: figure(80),
    interrupts: [{ id: 'questions', name: 'Questions from projects', every: about(4, 'h'), length: between(10, 20, 60, 'min'), acts: 'preempt', perUnit: true }],
    ...otherWork(0.2),
  });
  c.put('teams', 'improvement-board', { name: 'Improvement board', party: 'board', capacity: figure(1), costPerHour: figure(500) });

  c.put('systems', 'tickets', { name: 'Ticket system', owner: 'Service desk manager' });
  c.put('systems', 'monitoring', { name: 'Monitoring', owner: 'Head of Operations' });
  c.put('systems', 'backlog', { name: 'Development backlog', owner: 'Head of Development' });
  c.put('dataObjects', 'incident-record', { name: 'Incident record', systemOfRecord: 'tickets', copies: ['backlog'] });
  c.put('outcomes', 'stable', { name: 'Users who can work', unit: 'incident', costOfDelayPerDay: figure(120), targetLeadTime: { value: 3, unit: 'd' } });

  c.node('start', 'reported', { column: 0 }, { name: 'Reported', party: 'desk' });
  c.step('log', 'Take up and classify', 'desk', 'agents', between(5, 10, 25, 'min'), { column: 1 }, { owner: 'Service desk manager', systems: ['tickets'], writes: ['incident-record'], outcome: 'stable' });
  c.step('first-fix', 'Try known solutions', 'desk', 'agents', between(10, 20, 60, 'min'), { column: 2 }, { owner: 'Service desk manager', systems: ['tickets'], outcome: 'stable', valueAdding: true });
  c.node('gateway', 'solved', { column: 3 }, { name: 'Solved?', party: 'desk', decides: 'oneOf' });
  c.step('diagnose', 'Diagnose and repair', 'operations', 'engineers', between(0.5, 1.5, 5, 'h'), { column: 4 }, { owner: 'Lead engineer', systems: ['monitoring', 'tickets'], reads: ['incident-record'], outcome: 'stable', valueAdding: true });
  c.node('gateway', 'cause', { column: 5 }, { name: 'Whose cause?', party: 'operations', decides: 'oneOf' });
  c.step('vendor-fix', 'Deliver correction', 'vendor', 'vendor-support', between(1, 3, 10, 'h'), { column: 6 }, { owner: 'Vendor manager', systems: ['tickets'], reads: ['incident-record'], outcome: 'stable' });
  c.step('restore', 'Restore service', 'operations', 'engineers', between(15, 30, 90, 'min'), { column: 7 }, { owner: 'Lead engineer', systems: ['monitoring'], outcome: 'stable', valueAdding: true });
  c.node('step', 'choose', { column: 6 }, {
    name: 'Choose improvements', party: 'board', owner: 'CIO', systems: ['backlog'], reads: ['incident-record'], outcome: 'stable',
    approval: { decider: 'improvement-board', when: { type: 'meeting', cadence: { type: 'weekly', days: ['thu'], at: '15:00' }, atMost: 15 } },
  });
  c.step('improve', 'Remove the cause', 'development', 'developers', between(2, 5, 14, 'h'), { column: 7 }, { owner: 'Head of Development', systems: ['backlog'], reads: ['incident-record'], outcome: 'stable', valueAdding: true });
  c.step('release', 'Release and verify', 'operations', 'engineers', between(20, 45, 120, 'min'), { column: 8 }, { owner: 'Lead engineer', systems: ['monitoring'], outcome: 'stable' });
  c.step('close', 'Tell user and close', 'desk', 'agents', between(3, 6, 15, 'min'), { column: 9 }, { owner: 'Service desk manager', systems: ['tickets'], writes: ['incident-record'], outcome: 'stable' });
  c.node('end', 'closed', { column: 10 }, { name: 'Closed', party: 'desk' });

  c.chain('reported', 'log', 'first-fix', 'solved');
  c.flow('solved', 'close', { name: 'Yes', probability: figure(0.55) });
  c.handoff('solved', 'diagnose', { channel: 'ticket', setup: exactly(10, 'min'), clarification: { probability: figure(0.25), answer: between(5, 10, 30, 'min') }, rejection: figure(0.05) }, { name: 'No', probability: figure(0.45) });
  c.flow('diagnose', 'cause');
  c.handoff('cause', 'vendor-fix', {
    channel: 'ticket', transfer: { time: exactly(30, 'min'), counts: 'elapsed' }, setup: exactly(20, 'min'), rekeying: true,
    clarification: { probability: figure(0.4), answer: between(15, 30, 90, 'min') },
    term: { name: 'Premium support', responseTime: { value: 8, unit: 'h' }, supportCalendar: 'manila', penalty: figure(250) },
  }, { name: 'Vendor', probability: figure(0.3) });
  c.handoff('cause', 'choose', { channel: 'meeting' }, { name: 'Our software', probability: figure(0.3) });
  c.flow('cause', 'restore', { name: 'Operation', probability: figure(0.4) });
  c.handoff('vendor-fix', 'restore', { channel: 'email', transfer: { time: exactly(30, 'min'), counts: 'elapsed' } });
  c.handoff('choose', 'improve', { channel: 'ticket', setup: exactly(30, 'min'), clarification: { probability: figure(0.2), answer: between(10, 20, 60, 'min') } });
  c.handoff('improve', 'release', { channel: 'ticket', batch: { size: 3, timeout: { value: 3, unit: 'd' } } });
  c.handoff('restore', 'close', { channel: 'ticket' });
  c.handoff('release', 'close', { channel: 'ticket' });
  c.flow('close', 'closed');
  c.handoff('log', 'improve', { channel: 'shared-system' }, { name: 'What users saw', kind: 'information' });
  c.demand('critical', { name: 'Critical incidents', start: 'reported', arrivals: { type: 'rate', value: 8, per: 'w', calendar: 'long-day', provenance: 'estimated' }, priority: 1, outcome: 'stable', due: { value: 2, unit: 'd' } });
  c.demand('ordinary', { name: 'Ordinary incidents', start: 'reported', arrivals: { type: 'rate', value: 60, per: 'w', calendar: 'long-day', provenance: 'estimated' }, priority: 3, outcome: 'stable', due: { value: 7, unit: 'd' } });

  c.proposal(
    'protect', { name: 'Let improvements go ahead daily', description: 'The lead engineer chooses improvements every day, and developers are shielded from questions.', status: 'proposed', oneOffCost: figure(2000), runningCost: figure(0), when: 'now' },
    [
      { type: 'approval.setWhen', step: 'choose', when: { type: 'meeting', cadence: { type: 'weekly', days: [...weekdays], at: '09:30' } } },
      { type: 'interrupt.remove', team: 'developers', interrupt: 'questions' },
    ],
  );
  c.proposal(
    'invest', { name: 'Keep 15 % for improvement', description: 'Operations keeps time free, and most alarms stay away because of it.', status: 'draft', oneOffCost: figure(0), runningCost: figure(0), when: 'next' },
    [
      { type: 'team.protect', team: 'engineers', share: figure(0.15) },
      { type: 'interrupt.set', team: 'engineers', interrupt: { id: 'alarms', name: 'Alarms', every: about(14, 'h'), length: between(15, 30, 120, 'min'), acts: 'preempt', perUnit: true } },
    ],
  );
  return c;
}
