import { about, between, Composer, exactly, figure, otherWork } from './composing.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** Four departments and a platform prepare a new employee's first day at the same time; the slowest of them decides. */
export function employeeOnboarding(): Composer {
  const c = new Composer(
    'Employee onboarding',
    { name: 'Employee onboarding', itemNoun: 'new employee', itemNounPlural: 'new employees', outcome: 'productive', owner: 'Head of HR' },
    { purpose: 'From the signed contract to a first day on which everything works', author: 'HR leadership', confidentiality: 'internal', currency: 'EUR', timeZone: 'Europe/Berlin', hoursPerDay: 8 },
  );
  c.put('calendars', 'office', { name: 'Office hours', weekly: weekdays.map((day) => ({ day, from: '09:00', to: '17:00' })) });
  c.put('calendars', 'early', { name: 'Facilities hours', weekly: weekdays.map((day) => ({ day, from: '07:00', to: '15:00' })) });
  c.put('calendars', 'dublin', { name: 'Dublin office', timeZone: 'Europe/Dublin', weekly: weekdays.map((day) => ({ day, from: '09:00', to: '17:30' })) });

  c.lane('manager', { name: 'Hiring manager', kind: 'department', owner: 'Head of Sales', calendar: 'office' });
  c.lane('hr', { name: 'HR', kind: 'department', owner: 'Head of HR', calendar: 'office' });
  c.lane('it', { name: 'IT', kind: 'department', owner: 'Head of IT', calendar: 'office' });
  c.lane('security', { name: 'Security', kind: 'department', owner: 'CISO', calendar: 'office' });
  c.lane('facilities', { name: 'Facilities', kind: 'department', owner: 'Head of Facilities', calendar: 'early' });
  c.lane('platform', { name: 'HR platform', kind: 'platform', owner: 'HR systems lead', calendar: 'around-the-clock' });
  c.lane('reseller', {
    name: 'Hardware reseller', kind: 'vendor', owner: 'IT purchasing', calendar: 'dublin',
    contract: { name: 'Hardware frame contract', responseTime: { value: 3, unit: 'd' }, supportCalendar: 'dublin', penalty: figure(50) },
  });

  c.put('teams', 'managers', { name: 'Hiring managers', party: 'manager', capacity: figure(12), costPerHour: figure(90), ...otherWork(0.85, 0.5) });
  c.put('teams', 'hr-partners', { name: 'HR partners', party: 'hr', capacity: figure(3), costPerHour: figure(65), ...otherWork(0.6) });
  c.put('teams', 'service-desk', {
    name: 'Service desk', party: 'it', capacity: figure(3), costPerHour: figure(55),
    interrupts: [{ id: 'calls', name: 'Calls from users', every: about(1.5, 'h'), length: between(5, 12, 40, 'min'), acts: 'preempt', perUnit: true }],
    ...otherWork(0.35, 0.5),
  });
  c.put('teams', 'access-team', { name: 'Access management', party: 'security', capacity: figure(2), costPerHour: figure(85), ...otherWork(0.7) });
  c.put('teams', 'building', { name: 'Building services', party: 'facilities', capacity: figure(2), costPerHour: figure(45), ...otherWork(0.6) });
  c.put('teams', 'hr-platform', { name: 'HR platform jobs', party: 'platform', capacity: figure(4), costPerHour: figure(2) });
  c.put('teams', 'reseller-desk', { name: 'Order desk', party: 'reseller', capacity: figure(2), costPerHour: figure(50), ...otherWork(0.55, 0.5) });

  c.put('systems', 'hr-system', { name: 'HR platform', owner: 'HR systems lead', party: 'platform' });
  c.put('systems', 'directory', { name: 'User directory', owner: 'Head of IT' });
  c.put('systems', 'asset-list', { name: 'Asset list', owner: 'Head of IT' });
  c.put('systems', 'badge-system', { name: 'Badge system', owner: 'Head of Facilities' });
  c.put('dataObjects', 'employee-record', { name: 'Employee record', systemOfRecord: 'hr-system', copies: ['directory', 'badge-system'] });
  c.put('dataObjects', 'access-profile', { name: 'Access profile', systemOfRecord: 'directory' });
  c.put('outcomes', 'productive', { name: 'Able to work on day one', unit: 'employee', costOfDelayPerDay: figure(280), targetLeadTime: { value: 10, unit: 'd' } });

  c.node('start', 'signed', { column: 0 }, { name: 'Contract signed', party: 'hr' });
  c.step('record', 'Create employee record', 'hr', 'hr-partners', between(30, 45, 90, 'min'), { column: 1 }, { owner: 'HR partner', systems: ['hr-system'], writes: ['employee-record'], outcome: 'productive' });
  c.step('needs', 'State equipment and access', 'manager', 'managers', between(10, 20, 60, 'min'), { column: 2 }, { owner: 'Hiring manager', systems: ['hr-system'], writes: ['employee-record'], outcome: 'productive' });
  c.node('fork', 'all-start', { column: 3 }, { name: 'Prepare', party: 'hr' });
  c.step('sync', 'Copy record to directory', 'platform', 'hr-platform', exactly(5, 'min'), { column: 4 }, { owner: 'HR systems lead', systems: ['hr-system', 'directory'], reads: ['employee-record'], automation: 'automatic', outcome: 'productive' });
  c.step('account', 'Set up account', 'it', 'service-desk', between(20, 40, 120, 'min'), { column: 6 }, { owner: 'Service desk lead', systems: ['directory'], writes: ['access-profile'], outcome: 'productive', valueAdding: true });
  c.node('step', 'grant', { column: 7 }, {
    name: 'Approve access', party: 'security', owner: 'CISO', systems: ['directory'], reads: ['access-profile'], outcome: 'productive',
    requirements: [{ anyOf: [{ team: 'access-team' }] }], serviceTime: between(15, 25, 60, 'min'),
    approval: { decider: 'access-team', when: { type: 'anyTime', after: about(5, 'h'), counts: 'working' } },
  });
  c.step('order', 'Order laptop', 'it', 'service-desk', between(10, 20, 45, 'min'), { column: 4 }, { owner: 'Service desk lead', systems: ['asset-list'], outcome: 'productive' });
  c.step('ship', 'Configure and ship laptop', 'reseller', 'reseller-desk', between(1, 2, 4, 'h'), { column: 5 }, { owner: 'IT purchasing', systems: ['asset-list'], outcome: 'productive' });
  c.step('desk', 'Prepare desk and badge', 'facilities', 'building', between(30, 60, 150, 'min'), { column: 5 }, { owner: 'Head of Facilities', systems: ['badge-system'], reads: ['employee-record'], outcome: 'productive', valueAdding: true });
  c.node('join', 'all-ready', { column: 8 }, { name: 'All ready', party: 'hr' });
  c.step('welcome', 'Welcome and first day', 'hr', 'hr-partners', between(1, 2, 3, 'h'), { column: 9 }, { owner: 'HR partner', systems: ['hr-system'], outcome: 'productive', valueAdding: true });
  c.step('introduce', 'Introduce to the team', 'manager', 'managers', between(1, 2, 4, 'h'), { column: 10 }, { owner: 'Hiring manager', outcome: 'productive', valueAdding: true });
  c.node('end', 'productive-end', { column: 11 }, { name: 'Able to work', party: 'manager' });

  c.flow('signed', 'record');
  c.handoff('record', 'needs', { channel: 'email', transfer: { time: exactly(10, 'min'), counts: 'elapsed' }, clarification: { probability: figure(0.25), answer: between(10, 15, 45, 'min') } });
  c.handoff('needs', 'all-start', { channel: 'form' });
  c.handoff('all-start', 'sync', { channel: 'api', cadence: { type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri'], at: '02:00' } });
  c.handoff('sync', 'account', { channel: 'ticket', setup: exactly(5, 'min') });
  c.handoff('account', 'grant', { channel: 'ticket', setup: exactly(5, 'min'), clarification: { probability: figure(0.3), answer: between(10, 20, 60, 'min') }, rejection: figure(0.1) });
  c.handoff('grant', 'all-ready', { channel: 'ticket' });
  c.handoff('all-start', 'order', { channel: 'ticket', setup: exactly(10, 'min'), rekeying: true, clarification: { probability: figure(0.2), answer: between(10, 15, 30, 'min') } });
  c.handoff('order', 'ship', { channel: 'email', batch: { size: 4, timeout: { value: 3, unit: 'd' } }, setup: exactly(15, 'min'), rekeying: true, term: { name: 'Hardware frame contract', responseTime: { value: 3, unit: 'd' }, supportCalendar: 'dublin', penalty: figure(50) } });
  c.handoff('ship', 'all-ready', { channel: 'other', transfer: { time: between(1, 2, 4, 'd'), counts: 'elapsed' } });
  c.handoff('all-start', 'desk', { channel: 'document', cadence: { type: 'weekly', days: ['mon', 'thu'], at: '08:00' }, setup: exactly(10, 'min'), rekeying: true });
  c.handoff('desk', 'all-ready', { channel: 'email' });
  c.flow('all-ready', 'welcome');
  c.handoff('welcome', 'introduce', { channel: 'in-person' });
  c.flow('introduce', 'productive-end');
  c.handoff('record', 'desk', { channel: 'shared-system' }, { name: 'Name and photo', kind: 'information' });
  c.demand('employees', { name: 'New employees', start: 'signed', arrivals: { type: 'rate', value: 9, per: 'w', calendar: 'office', provenance: 'estimated' }, outcome: 'productive', due: { value: 14, unit: 'd' } });

  c.proposal(
    'stock', { name: 'Keep laptops in stock', description: 'Orders go out one by one, and the reseller keeps ten configured laptops.', status: 'proposed', oneOffCost: figure(15000), runningCost: figure(4000), when: 'now' },
    [
      { type: 'handoff.setBatch', flow: c.flowBetween('order', 'ship') },
      { type: 'step.setDuration', step: 'ship', serviceTime: between(15, 30, 60, 'min') },
      { type: 'handoff.setTerm', flow: c.flowBetween('order', 'ship'), term: { name: 'Hardware from stock', responseTime: { value: 1, unit: 'd' }, supportCalendar: 'dublin', penalty: figure(100) } },
    ],
  );
  c.proposal(
    'connect', { name: 'Connect HR platform and directory', description: 'The record flows at once, nobody waits for the night.', status: 'draft', oneOffCost: figure(22000), runningCost: figure(3000), when: 'next' },
    [{ type: 'handoff.setCadence', flow: c.flowBetween('all-start', 'sync') }],
  );
  return c;
}
