import type { Network } from '../network/network.ts';
import type { Graph } from './graph.ts';
import { teamAt } from './work.ts';

/** By node, how soon vendors without limit promise to answer there: seconds, and the calendar on which they count (−1 elapsed). */
export type Answers = ReadonlyMap<number, readonly Answer[]>;

interface Answer {
  readonly seconds: number;
  readonly calendar: number;
}

/** What the terms of the flows to a node promise; where none has a term, the vendor's contract for what others ask for. */
export function answersOf(network: Network, graph: Graph): Answers {
  const { flows, teams } = network;
  const own = new Map<number, Answer[]>();
  const asked = new Map<number, Answer[]>();
  if (![...flows.response, ...teams.response].some((seconds) => seconds > 0)) return own;
  for (let flow = 0; flow < flows.count; flow += 1) {
    const receiver = graph.receiverOf(flow);
    if (receiver < 0) continue;
    if (!Number.isNaN(flows.response[flow]!)) {
      own.set(receiver, [...(own.get(receiver) ?? []), { seconds: flows.response[flow]!, calendar: flows.responseCalendar[flow]! }]);
      continue;
    }
    const team = teamAt(network, receiver);
    if (team >= 0 && teams.response[team]! > 0 && teamAt(network, graph.senderOf(flow)) !== team) asked.set(receiver, [{ seconds: teams.response[team]!, calendar: teams.responseCalendar[team]! }]);
  }
  return new Map([...asked, ...own]);
}
