import type { HelpTopic } from '../../../shared/language/catalogue/en/help.ts';
import type { MessageId } from '../../../shared/language/message.ts';
import { isHandoff } from '../../../shared/document/model/queries.ts';
import type { Model } from '../../../shared/document/model/model.ts';
import type { Node } from '../../../shared/document/model/node.ts';

/** The order of the list, in groups. */
export const topicGroups: readonly { readonly title: MessageId; readonly topics: readonly HelpTopic[] }[] = [
  { title: 'files.help.begin', topics: ['first', 'draw', 'numbers', 'simulate', 'compare', 'present'] },
  { title: 'files.help.page', topics: ['lane', 'team', 'start', 'step', 'approval', 'gateway', 'wait', 'split', 'subprocess', 'end', 'note', 'flow', 'handoff'] },
  { title: 'files.help.numbers', topics: ['time', 'sureness', 'volume', 'people', 'calendar', 'unplanned', 'protected', 'meeting', 'questions', 'sentBack', 'batches', 'information'] },
  { title: 'files.help.answers', topics: ['findings', 'causes', 'bottleneck', 'interval', 'estimate', 'unstable', 'elsewhere'] },
  { title: 'files.help.files', topics: ['saving', 'versions', 'templates', 'comments', 'importing', 'exporting', 'printing', 'keys'] },
];

/** Labels of fields, and what they are about. A field is known by its label, in whatever language it stands. */
export const topicsOfLabels: Readonly<Partial<Record<MessageId, HelpTopic>>> = {
  'canvas.takes': 'time', 'canvas.answerTakes': 'time', 'canvas.queryTime': 'time', 'canvas.waits': 'time', 'canvas.transfer': 'time', 'canvas.setup': 'handoff',
  'canvas.doneBy': 'team', 'canvas.decider': 'approval', 'canvas.decides': 'approval', 'canvas.after': 'approval', 'canvas.meets': 'meeting', 'canvas.atMost': 'meeting',
  'canvas.volume': 'volume', 'canvas.timeBetween': 'volume', 'canvas.arrivals': 'volume', 'canvas.arrivesWhen': 'calendar', 'canvas.people': 'people', 'canvas.timeForThis': 'people',
  'canvas.unplanned': 'unplanned', 'canvas.protected': 'protected', 'canvas.workingHours': 'calendar', 'canvas.questionsBack': 'questions', 'canvas.sentBack': 'sentBack', 'canvas.repeats': 'sentBack',
  'canvas.batch': 'batches', 'canvas.batchOf': 'batches', 'canvas.atTheLatest': 'batches', 'canvas.rhythm': 'meeting', 'canvas.cadence': 'meeting', 'canvas.passedOn': 'meeting',
  'canvas.systems': 'information', 'canvas.reads': 'information', 'canvas.writes': 'information', 'canvas.channel': 'handoff', 'canvas.rekeying': 'handoff', 'canvas.kindOfFlow': 'flow',
  'canvas.branches': 'gateway', 'canvas.probability': 'gateway', 'canvas.kindOfLane': 'lane', 'canvas.lane': 'lane',
};

function topicOfNode(node: Node): HelpTopic {
  switch (node.kind) {
    case 'step':
      return node.approval === undefined ? 'step' : 'approval';
    case 'fork':
    case 'join':
      return 'split';
    case 'event':
      return 'wait';
    case 'group':
      return 'note';
    case 'start':
    case 'gateway':
    case 'subprocess':
    case 'end':
    case 'note':
      return node.kind;
  }
}

/** What help there is on an element; undefined for one that is not on the page. */
export function topicOfElement(model: Model, id: string): HelpTopic | undefined {
  const node = model.nodes[id];
  if (node !== undefined) return topicOfNode(node);
  const flow = model.flows[id];
  if (flow !== undefined) return isHandoff(model, flow) ? 'handoff' : 'flow';
  return model.parties[id] === undefined ? undefined : 'lane';
}
