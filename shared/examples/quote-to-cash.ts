import { about, between, Composer, exactly, figure, otherWork } from './composing.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** From the customer's wish to the payment: two systems that do not speak to each other, and a weekly billing run. */
export function quoteToCash(): Composer {
  const c = new Composer(
    'Quote to cash',
    { name: 'Quote to cash', itemNoun: 'order', itemNounPlural: 'orders', outcome: 'cash', owner: 'COO' },
    { purpose: 'How long money takes to arrive, and who holds it up', author: 'Business operations', confidentiality: 'confidential', currency: 'EUR', timeZone: 'Europe/Berlin', hoursPerDay: 8 },
  );
  c.put('calendars', 'office', { name: 'Office hours', weekly: weekdays.map((day) => ({ day, from: '09:00', to: '17:00' })) });
  c.put('calendars', 'warehouse-shifts', { name: 'Warehouse shifts', weekly: weekdays.map((day) => ({ day, from: '06:00', to: '18:00' })) });
  c.put('calendars', 'carrier-hours', { name: 'Carrier hours', timeZone: 'Europe/Warsaw', weekly: [...weekdays, 'sat' as const].map((day) => ({ day, from: '06:00', to: '20:00' })) });

  c.lane('sales', { name: 'Sales', kind: 'department', owner: 'Head of Sales', calendar: 'office' });
  c.lane('legal', { name: 'Legal', kind: 'department', owner: 'General Counsel', calendar: 'office' });
  c.lane('orders', { name: 'Order desk', kind: 'department', owner: 'COO', calendar: 'office' });
  c.lane('erp', { name: 'ERP platform', kind: 'platform', owner: 'Head of IT', calendar: 'around-the-clock' });
  c.lane('warehouse', { name: 'Warehouse', kind: 'department', owner: 'Head of Logistics', calendar: 'warehouse-shifts' });
  c.lane('carrier', {
    name: 'Carrier', kind: 'vendor', owner: 'Head of Logistics', calendar: 'carrier-hours',
    contract: { name: 'Freight contract', responseTime: { value: 2, unit: 'd' }, supportCalendar: 'carrier-hours', penalty: figure(40) },
  });
  c.lane('finance', { name: 'Finance', kind: 'department', owner: 'CFO', calendar: 'office' });

  c.put('teams', 'sellers', { name: 'Sales representatives', party: 'sales', capacity: figure(6), costPerHour: figure(75), ...otherWork(0.5) });
  c.put('teams', 'sales-lead', { name: 'Head of Sales', party: 'sales', capacity: figure(1), costPerHour: figure(140) });
  c.put('teams', 'counsel', { name: 'Contract counsel', party: 'legal', capacity: figure(2), costPerHour: figure(120), ...otherWork(0.4) });
  c.put('teams', 'clerks', { name: 'Order clerks', party: 'orders', capacity: figure(3), costPerHour: figure(45), ...otherWork(0.25, 0.5) });
  c.put('teams', 'erp-jobs', { name: 'ERP jobs', party: 'erp', capacity: figure(4), costPerHour: figure(3) });
  c.put('teams', 'pickers', { name: 'Pickers', party: 'warehouse', capacity: figure(4), costPerHour: figure(35), ...otherWork(0.3) });
  c.put('teams', 'drivers', { name: 'Freight', party: 'carrier', capacity: figure(6), costPerHour: figure(40), ...otherWork(0.5) });
  c.put('teams', 'billing', { name: 'Billing', party: 'finance', capacity: figure(2), costPerHour: figure(55), ...otherWork(0.4) });

  c.put('systems', 'crm', { name: 'CRM', owner: 'Head of Sales' });
  c.put('systems', 'erp-system', { name: 'ERP', owner: 'Head of IT', party: 'erp' });
  c.put('systems', 'contracts', { name: 'Contract folder', owner: 'General Counsel' });
  c.put('dataObjects', 'customer', { name: 'Customer', copies: ['crm', 'erp-system'] });
  c.put('dataObjects', 'order', { name: 'Order', systemOfRecord: 'erp-system', copies: ['crm'] });
  c.put('dataObjects', 'invoice-data', { name: 'Invoice', systemOfRecord: 'erp-system' });
  c.put('outcomes', 'cash', { name: 'Cash received', unit: 'order', value: figure(6000), costOfDelayPerDay: figure(12), targetLeadTime: { value: 25, unit: 'd' } });

  c.node('start', 'inquiry', { column: 0 }, { name: 'Inquiry won', party: 'sales' });
  c.step('quote', 'Prepare quote', 'sales', 'sellers', between(0.5, 1.5, 5, 'h'), { column: 1 }, { owner: 'Sales representative', systems: ['crm'], reads: ['customer'], writes: ['customer'], outcome: 'cash', valueAdding: true });
  c.node('gateway', 'discount', { column: 2 }, { name: 'Discount?', party: 'sales', decides: 'oneOf' });
  c.node('step', 'approve-discount', { column: 3 }, {
    name: 'Approve discount', party: 'sales', owner: 'Head of Sales', systems: ['crm'], outcome: 'cash',
    approval: { decider: 'sales-lead', when: { type: 'anyTime', after: about(6, 'h'), counts: 'working' } },
  });
  c.step('contract', 'Check contract', 'legal', 'counsel', between(20, 40, 120, 'min'), { column: 4 }, { owner: 'General Counsel', systems: ['contracts'], outcome: 'cash' });
  c.step('enter', 'Enter order', 'orders', 'clerks', between(15, 30, 75, 'min'), { column: 4 }, { owner: 'Order desk lead', systems: ['erp-system'], reads: ['customer'], writes: ['customer', 'order'], outcome: 'cash' });
  c.step('credit', 'Check credit and stock', 'erp', 'erp-jobs', exactly(3, 'min'), { column: 4 }, { owner: 'Head of IT', systems: ['erp-system'], reads: ['customer', 'order'], automation: 'automatic', outcome: 'cash' });
  c.step('pick', 'Pick and pack', 'warehouse', 'pickers', between(0.5, 1.25, 3, 'h'), { column: 5 }, { owner: 'Shift lead', systems: ['erp-system'], reads: ['order'], outcome: 'cash', valueAdding: true });
  c.step('deliver', 'Deliver', 'carrier', 'drivers', between(2, 5, 12, 'h'), { column: 5 }, { owner: 'Head of Logistics', outcome: 'cash', valueAdding: true });
  c.step('invoice', 'Invoice', 'finance', 'billing', between(10, 20, 45, 'min'), { column: 6 }, { owner: 'Head of Accounting', systems: ['erp-system'], reads: ['order'], writes: ['invoice-data'], outcome: 'cash', valueAdding: true });
  c.node('event', 'terms', { column: 7 }, { name: 'Payment term', party: 'finance', trigger: 'timer', wait: between(8, 14, 35, 'd'), counts: 'elapsed' });
  c.step('match', 'Match payment', 'finance', 'billing', between(5, 10, 30, 'min'), { column: 8 }, { owner: 'Head of Accounting', systems: ['erp-system'], reads: ['invoice-data'], outcome: 'cash', valueAdding: true });
  c.node('end', 'paid', { column: 9 }, { name: 'Paid', party: 'finance' });

  c.chain('inquiry', 'quote', 'discount');
  c.flow('discount', 'approve-discount', { name: 'Yes', probability: figure(0.4) });
  c.handoff('discount', 'contract', { channel: 'email', transfer: { time: exactly(20, 'min'), counts: 'elapsed' }, setup: exactly(10, 'min') }, { name: 'No', probability: figure(0.6) });
  c.handoff('approve-discount', 'contract', { channel: 'email', transfer: { time: exactly(20, 'min'), counts: 'elapsed' }, setup: exactly(10, 'min') });
  c.handoff('contract', 'enter', { channel: 'document', setup: exactly(25, 'min'), rekeying: true, clarification: { probability: figure(0.3), answer: between(10, 20, 60, 'min') }, rejection: figure(0.06) });
  c.handoff('enter', 'credit', { channel: 'api' });
  c.handoff('credit', 'pick', { channel: 'shared-system', cadence: { type: 'weekly', days: [...weekdays], at: '06:30' } });
  c.handoff('pick', 'deliver', {
    channel: 'document', batch: { size: 6, timeout: { value: 1, unit: 'd' } }, transfer: { time: between(1, 3, 8, 'h'), counts: 'elapsed' },
    term: { name: 'Freight contract', responseTime: { value: 2, unit: 'd' }, supportCalendar: 'carrier-hours', penalty: figure(40) },
  });
  c.handoff('deliver', 'invoice', { channel: 'file', cadence: { type: 'weekly', days: ['fri'], at: '10:00' }, clarification: { probability: figure(0.12), answer: between(10, 20, 60, 'min') } });
  c.chain('invoice', 'terms', 'match', 'paid');
  c.handoff('quote', 'enter', { channel: 'document' }, { name: 'Prices and customer', kind: 'information' });
  c.demand('sales-orders', { name: 'Orders', start: 'inquiry', arrivals: { type: 'rate', value: 30, per: 'w', calendar: 'office', provenance: 'estimated' }, outcome: 'cash' });

  const overCrm = c.flowBetween('contract', 'enter');
  c.proposal(
    'integrate', { name: 'Connect CRM and ERP', description: 'The order desk no longer types what Sales entered already.', status: 'proposed', oneOffCost: figure(45000), runningCost: figure(6000), when: 'next' },
    [
      { type: 'handoff.edit', flow: overCrm, set: { channel: 'api' }, clear: ['setup', 'rekeying'] },
      { type: 'step.scaleDuration', step: 'enter', factor: 0.5 },
    ],
  );
  c.proposal(
    'bill-daily', { name: 'Bill every day', description: 'The billing run on Fridays becomes a daily one.', status: 'proposed', oneOffCost: figure(2500), runningCost: figure(1500), when: 'now' },
    [{ type: 'handoff.setCadence', flow: c.flowBetween('deliver', 'invoice'), cadence: { type: 'weekly', days: [...weekdays], at: '10:00' } }],
  );
  return c;
}
