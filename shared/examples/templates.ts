import { message, type MessageId } from '../language/message.ts';
import { between, Composer, exactly, figure, otherWork } from './composing.ts';
import type { Example } from './examples.ts';

const page = (title: string, itemNoun: string): Composer => new Composer(title, { name: title, itemNoun }, {});

/** Lanes of departments with a team each. */
function departments(c: Composer, lanes: readonly (readonly [id: string, name: string, people: number])[]): Composer {
  for (const [id, name, people] of lanes) {
    c.lane(id, { name, kind: 'department' });
    c.put('teams', `${id}-team`, { name, party: id, capacity: figure(people), ...otherWork(0.5) });
  }
  return c;
}

/** Three lanes with their teams, and where requests come in: the steps are still to be drawn. */
function threeDepartments(): Composer {
  const c = departments(page('Three departments', 'request'), [['business', 'Business', 4], ['it', 'IT', 4], ['operations', 'Operations', 3]]);
  c.node('start', 'start', { column: 0 }, { name: 'Request', party: 'business' });
  c.demand('requests', { name: 'Requests', start: 'start', arrivals: { type: 'rate', value: 10, per: 'w', provenance: 'estimated' } });
  return c;
}

/** Somebody asks, somebody prepares, somebody with authority decides: yes, or back. */
function approval(): Composer {
  const c = departments(page('Approval', 'request'), [['applicant', 'Applicant', 10], ['office', 'Office', 2], ['management', 'Management', 1]]);
  c.node('start', 'start', { column: 0 }, { name: 'Need', party: 'applicant' });
  c.step('ask', 'Write the request', 'applicant', 'applicant-team', between(15, 30, 60, 'min'), { column: 1 });
  c.step('check', 'Check that it is complete', 'office', 'office-team', between(10, 20, 45, 'min'), { column: 2 });
  c.node('step', 'decide', { column: 3 }, { name: 'Decide', party: 'management', approval: { decider: 'management-team', when: { type: 'meeting', cadence: { type: 'weekly', days: ['tue'], at: '10:00' }, atMost: 12 } } });
  c.node('gateway', 'approved', { column: 4 }, { name: 'Approved?', party: 'management', decides: 'oneOf' });
  c.step('tell', 'Tell the applicant', 'office', 'office-team', exactly(10, 'min'), { column: 5 });
  c.node('end', 'done', { column: 6 }, { name: 'Answered', party: 'applicant' });
  c.flow('start', 'ask');
  c.handoff('ask', 'check', { channel: 'form', clarification: { probability: figure(0.2), answer: exactly(15, 'min') } });
  c.handoff('check', 'decide', { channel: 'email' });
  c.flow('decide', 'approved');
  c.handoff('approved', 'tell', { channel: 'email' }, { name: 'Yes', probability: figure(0.85) });
  c.handoff('approved', 'ask', { channel: 'email' }, { name: 'Not yet', probability: figure(0.15), rework: true });
  c.flow('tell', 'done');
  c.demand('requests', { name: 'Requests', start: 'start', arrivals: { type: 'rate', value: 8, per: 'w', provenance: 'estimated' } });
  return c;
}

/** Work goes out to a vendor under a contract, and comes back to be accepted. */
function vendorHandoff(): Composer {
  const c = departments(page('Handoff to a vendor', 'order'), [['business', 'Business', 5], ['purchasing', 'Vendor management', 2]]);
  c.lane('vendor', { name: 'Vendor', kind: 'vendor', contract: { name: 'Service contract', responseTime: { value: 2, unit: 'd' } } });
  c.put('teams', 'vendor-team', { name: 'Vendor', party: 'vendor', capacity: figure(3), ...otherWork(0.6) });
  c.node('start', 'start', { column: 0 }, { name: 'Need', party: 'business' });
  c.step('specify', 'Specify what is needed', 'business', 'business-team', between(1, 2, 5, 'h'), { column: 1 });
  c.step('order', 'Place the order', 'purchasing', 'purchasing-team', between(20, 40, 90, 'min'), { column: 2 });
  c.step('deliver', 'Deliver', 'vendor', 'vendor-team', between(2, 5, 12, 'h'), { column: 3 });
  c.step('accept', 'Accept the delivery', 'business', 'business-team', between(30, 60, 120, 'min'), { column: 4 });
  c.node('end', 'done', { column: 5 }, { name: 'In use', party: 'business' });
  c.flow('start', 'specify');
  c.handoff('specify', 'order', { channel: 'form', clarification: { probability: figure(0.3), answer: exactly(30, 'min') } });
  c.handoff('order', 'deliver', { channel: 'ticket', transfer: { time: exactly(4, 'h'), counts: 'elapsed' }, term: { name: 'Service contract', responseTime: { value: 2, unit: 'd' } } });
  c.handoff('deliver', 'accept', { channel: 'email', rejection: figure(0.1) });
  c.flow('accept', 'done');
  c.demand('orders', { name: 'Orders', start: 'start', arrivals: { type: 'rate', value: 6, per: 'w', provenance: 'estimated' } });
  return c;
}

/** A disturbance is taken in, solved at the first or the second line, and closed. */
function incident(): Composer {
  const c = departments(page('Incident', 'incident'), [['users', 'Users', 20], ['desk', 'Service desk', 4], ['experts', 'Experts', 3]]);
  c.node('start', 'start', { column: 0 }, { name: 'Something fails', party: 'users' });
  c.step('report', 'Report it', 'users', 'users-team', exactly(10, 'min'), { column: 1 });
  c.step('sort', 'Understand and sort', 'desk', 'desk-team', between(10, 20, 40, 'min'), { column: 2 });
  c.node('gateway', 'known', { column: 3 }, { name: 'Known fault?', party: 'desk', decides: 'oneOf' });
  c.step('solve', 'Find and repair', 'experts', 'experts-team', between(1, 3, 10, 'h'), { column: 4 });
  c.step('close', 'Answer and close', 'desk', 'desk-team', between(5, 10, 20, 'min'), { column: 5 });
  c.node('end', 'done', { column: 6 }, { name: 'Works again', party: 'users' });
  c.flow('start', 'report');
  c.handoff('report', 'sort', { channel: 'phone', clarification: { probability: figure(0.25), answer: exactly(10, 'min') } });
  c.flow('sort', 'known');
  c.flow('known', 'close', { name: 'Yes', probability: figure(0.6) });
  c.handoff('known', 'solve', { channel: 'ticket', setup: exactly(15, 'min') }, { name: 'No', probability: figure(0.4) });
  c.handoff('solve', 'close', { channel: 'ticket' });
  c.handoff('close', 'done', { channel: 'email' });
  c.demand('incidents', { name: 'Incidents', start: 'start', arrivals: { type: 'rate', value: 30, per: 'w', provenance: 'estimated' } });
  return c;
}

const template = (id: string, title: MessageId, about: MessageId, compose: () => Composer): Example => ({
  id,
  title: message(title),
  about: message(about),
  get text() {
    return compose().text();
  },
});

/** Pages to begin with, in the order of the start screen. They open as new documents. */
export const templates: readonly Example[] = [
  template('three-departments', 'files.template.threeDepartments', 'files.template.threeDepartments.about', threeDepartments),
  template('approval', 'files.template.approval', 'files.template.approval.about', approval),
  template('vendor-handoff', 'files.template.vendorHandoff', 'files.template.vendorHandoff.about', vendorHandoff),
  template('incident', 'files.template.incident', 'files.template.incident.about', incident),
];
