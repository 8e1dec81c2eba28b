import { about, between, Composer, exactly, figure, otherWork } from './composing.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** A purchase passes procurement, risk, legal and finance before a contract is signed with a vendor overseas. */
export function vendorProcurement(): Composer {
  const c = new Composer(
    'Vendor procurement',
    { name: 'Vendor procurement', itemNoun: 'purchase', itemNounPlural: 'purchases', outcome: 'service', owner: 'Head of Procurement' },
    { purpose: 'How long a department waits for a service that it needs', author: 'Procurement', confidentiality: 'confidential', currency: 'EUR', timeZone: 'Europe/Berlin', hoursPerDay: 8 },
  );
  c.put('calendars', 'office', { name: 'Office hours', weekly: weekdays.map((day) => ({ day, from: '09:00', to: '17:00' })) });
  c.put('calendars', 'new-york', { name: 'New York office', timeZone: 'America/New_York', weekly: weekdays.map((day) => ({ day, from: '09:00', to: '17:00' })) });

  c.lane('requester', { name: 'Requesting department', kind: 'department', owner: 'Head of Marketing', calendar: 'office' });
  c.lane('procurement', { name: 'Procurement', kind: 'department', owner: 'Head of Procurement', calendar: 'office' });
  c.lane('risk', { name: 'Risk and privacy', kind: 'department', owner: 'Chief Risk Officer', calendar: 'office' });
  c.lane('legal', { name: 'Legal', kind: 'department', owner: 'General Counsel', calendar: 'office' });
  c.lane('finance', { name: 'Finance', kind: 'department', owner: 'CFO', calendar: 'office' }, 2);
  c.lane('vendor', {
    name: 'Vendor', kind: 'vendor', owner: 'Category manager', calendar: 'new-york',
    contract: { name: 'Negotiation', responseTime: { value: 2, unit: 'd' }, supportCalendar: 'new-york' },
  });

  c.put('teams', 'requesters', { name: 'Budget owners', party: 'requester', capacity: figure(6), costPerHour: figure(80), ...otherWork(0.7, 0.5) });
  c.put('teams', 'buyers', { name: 'Buyers', party: 'procurement', capacity: figure(3), costPerHour: figure(70), ...otherWork(0.4) });
  c.put('teams', 'risk-analysts', { name: 'Risk analysts', party: 'risk', capacity: figure(2), costPerHour: figure(85), ...otherWork(0.4) });
  c.put('teams', 'lawyers', {
    name: 'Contract lawyers', party: 'legal', capacity: figure(2), costPerHour: figure(120),
    interrupts: [{ id: 'urgent-cases', name: 'Urgent court matters', every: about(20, 'h'), length: between(1, 2, 5, 'h'), acts: 'preempt', perUnit: true }],
    ...otherWork(0.2),
  });
  c.put('teams', 'controllers', { name: 'Controllers', party: 'finance', capacity: figure(2), costPerHour: figure(75), ...otherWork(0.7) });
  c.put('teams', 'cfo', { name: 'CFO office', party: 'finance', capacity: figure(1), costPerHour: figure(200) });
  c.put('teams', 'account-managers', { name: 'Account managers', party: 'vendor', capacity: figure(3), costPerHour: figure(90), ...otherWork(0.4) });

  c.put('systems', 'purchasing', { name: 'Purchasing system', owner: 'Head of Procurement' });
  c.put('systems', 'contract-archive', { name: 'Contract archive', owner: 'General Counsel' });
  c.put('systems', 'ledger', { name: 'General ledger', owner: 'CFO' });
  c.put('dataObjects', 'purchase-request', { name: 'Purchase request', systemOfRecord: 'purchasing', copies: ['ledger'] });
  c.put('dataObjects', 'contract', { name: 'Contract', systemOfRecord: 'contract-archive', copies: ['purchasing'] });
  c.put('outcomes', 'service', { name: 'Services in use', unit: 'purchase', costOfDelayPerDay: figure(220), targetLeadTime: { value: 15, unit: 'd' } });

  c.node('start', 'need', { column: 0 }, { name: 'Need', party: 'requester' });
  c.step('request', 'Write purchase request', 'requester', 'requesters', between(30, 60, 150, 'min'), { column: 1 }, { owner: 'Budget owner', systems: ['purchasing'], writes: ['purchase-request'], outcome: 'service', valueAdding: true });
  c.step('select', 'Select vendor', 'procurement', 'buyers', between(1, 3, 10, 'h'), { column: 2 }, { owner: 'Category manager', systems: ['purchasing'], reads: ['purchase-request'], outcome: 'service', valueAdding: true });
  c.step('assess-risk', 'Assess risk and privacy', 'risk', 'risk-analysts', between(1, 3, 8, 'h'), { column: 3 }, { owner: 'Privacy officer', systems: ['contract-archive'], reads: ['purchase-request'], outcome: 'service' });
  c.step('offer', 'Answer questions, send offer', 'vendor', 'account-managers', between(1, 3, 8, 'h'), { column: 4 }, { owner: 'Category manager', outcome: 'service' });
  c.step('negotiate', 'Review and negotiate contract', 'legal', 'lawyers', between(1, 3, 9, 'h'), { column: 5 }, { owner: 'Contract lawyer', systems: ['contract-archive'], writes: ['contract'], outcome: 'service', valueAdding: true });
  c.node('gateway', 'agreed', { column: 6 }, { name: 'Terms agreed?', party: 'legal', decides: 'oneOf' });
  c.step('budget', 'Check budget', 'finance', 'controllers', between(15, 30, 90, 'min'), { column: 6 }, { owner: 'Controller', systems: ['ledger'], reads: ['purchase-request'], outcome: 'service' });
  c.node('gateway', 'covered', { column: 7 }, { name: 'Covered?', party: 'finance', decides: 'oneOf' });
  c.node('end', 'stopped', { column: 7, row: 1 }, { name: 'Stopped', party: 'finance' });
  c.node('step', 'approve', { column: 8 }, {
    name: 'Approve spending', party: 'finance', owner: 'CFO', systems: ['purchasing'], reads: ['purchase-request', 'contract'], outcome: 'service',
    approval: { decider: 'cfo', when: { type: 'meeting', cadence: { type: 'weekly', days: ['wed'], at: '14:00' }, atMost: 20 } },
  });
  c.step('sign', 'Sign and order', 'procurement', 'buyers', between(20, 40, 90, 'min'), { column: 9 }, { owner: 'Category manager', systems: ['purchasing', 'contract-archive'], writes: ['contract'], outcome: 'service', valueAdding: true });
  c.step('take-over', 'Take the service over', 'requester', 'requesters', between(30, 60, 120, 'min'), { column: 10 }, { owner: 'Budget owner', outcome: 'service', valueAdding: true });
  c.node('end', 'ready', { column: 11 }, { name: 'In use', party: 'requester' });

  c.flow('need', 'request');
  c.handoff('request', 'select', { channel: 'form', transfer: { time: exactly(15, 'min'), counts: 'elapsed' }, setup: exactly(15, 'min'), clarification: { probability: figure(0.35), answer: between(15, 30, 90, 'min') }, rejection: figure(0.08) });
  c.handoff('select', 'assess-risk', { channel: 'email', setup: exactly(30, 'min'), rekeying: true, clarification: { probability: figure(0.3), answer: between(20, 40, 120, 'min') } });
  c.handoff('assess-risk', 'offer', { channel: 'email', transfer: { time: between(1, 2, 8, 'h'), counts: 'elapsed' }, clarification: { probability: figure(0.2), answer: between(20, 30, 90, 'min') }, term: { name: 'Negotiation', responseTime: { value: 2, unit: 'd' }, supportCalendar: 'new-york' } });
  c.handoff('offer', 'negotiate', { channel: 'email', transfer: { time: exactly(1, 'h'), counts: 'elapsed' }, setup: exactly(30, 'min'), clarification: { probability: figure(0.3), answer: between(20, 45, 120, 'min') } });
  c.flow('negotiate', 'agreed');
  c.handoff('agreed', 'budget', { channel: 'document', setup: exactly(10, 'min'), rekeying: true }, { name: 'Yes', probability: figure(0.75) });
  c.handoff('agreed', 'offer', { channel: 'email', transfer: { time: exactly(1, 'h'), counts: 'elapsed' } }, { name: 'No', probability: figure(0.25), rework: true });
  c.flow('budget', 'covered');
  c.handoff('covered', 'approve', { channel: 'meeting' }, { name: 'Yes', probability: figure(0.86) });
  c.flow('covered', 'stopped', { name: 'No', probability: figure(0.14) });
  c.handoff('approve', 'sign', { channel: 'email', transfer: { time: exactly(1, 'h'), counts: 'working' } });
  c.handoff('sign', 'take-over', { channel: 'email', transfer: { time: between(0.5, 1, 3, 'd'), counts: 'elapsed' } });
  c.flow('take-over', 'ready');
  c.demand('purchases', { name: 'Purchases', start: 'need', arrivals: { type: 'rate', value: 8, per: 'w', calendar: 'office', provenance: 'estimated' }, outcome: 'service' });

  c.proposal(
    'fast-lane', { name: 'Fast lane for small purchases', description: 'Purchases below the limit skip the spending round; Finance decides with the budget check.', status: 'proposed', oneOffCost: figure(3000), runningCost: figure(0), when: 'now' },
    [{ type: 'flow.triage', flow: c.flowBetween('covered', 'approve'), gateway: 'below-limit', name: 'Below limit?', onward: 'above', shortcut: 'below', to: 'sign', share: figure(0.55) }, { type: 'handoff.setChannel', flow: 'below', channel: 'email' }],
  );
  c.proposal(
    'check-early', { name: 'Check the budget first', description: 'What no budget covers is stopped before Legal and the vendor have worked on it.', status: 'draft', oneOffCost: figure(0), runningCost: figure(0), when: 'next' },
    [{ type: 'step.knockOut', step: 'budget', gateway: 'covered', pass: c.flowBetween('covered', 'approve'), onto: c.flowBetween('request', 'select') }, { type: 'handoff.setChannel', flow: c.flowBetween('request', 'select'), channel: 'form' }],
  );
  return c;
}
