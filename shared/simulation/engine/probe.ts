/** What a run tells whoever listens. All times in seconds from the start of the run; names are numbers of the network. */
export type ProbeEvent =
  | 'arrive' | 'join' | 'enable' | 'start' | 'setup' | 'pause' | 'resume' | 'end' | 'handoff' | 'question' | 'reject' | 'interrupt'
  | 'free' | 'open' | 'close' | 'finish' | 'refuse' | 'abandon' | 'cancel' | 'fire' | 'hold';

/**
 * A listener to a run, for logs, replay and golden traces. A run without one pays nothing for it. `item` is the run's
 * own running number of the item (−1 none), `element` a node, flow or team by kind of event, `unit` a unit or −1.
 */
export interface Probe {
  tell(event: ProbeEvent, time: number, item: number, itemClass: number, element: number, unit: number, amount: number): void;
}
