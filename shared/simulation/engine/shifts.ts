import type { Network } from '../network/network.ts';

/** Which calendars are open now, and how many open seconds each has had: readings are O(1) at the present time. */
export class Shifts {
  readonly open: Uint8Array;
  private readonly worked: Float64Array;
  private readonly since: Float64Array;

  constructor(network: Network) {
    const { calendars } = network;
    this.open = Uint8Array.from(calendars, (calendar) => (calendar.isOpen(0) ? 1 : 0));
    this.worked = new Float64Array(calendars.length);
    this.since = new Float64Array(calendars.length);
  }

  set(calendar: number, open: boolean, now: number): void {
    if (this.open[calendar] === 1) this.worked[calendar] = this.worked[calendar]! + (now - this.since[calendar]!);
    this.since[calendar] = now;
    this.open[calendar] = open ? 1 : 0;
  }

  /** Open seconds of a calendar from time 0 to now. */
  clock(calendar: number, now: number): number {
    const worked = this.worked[calendar]!;
    return this.open[calendar] === 1 ? worked + (now - this.since[calendar]!) : worked;
  }
}
