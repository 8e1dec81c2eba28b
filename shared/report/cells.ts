import type { ElementId } from '../document/model/fields.ts';
import type { Estimate } from '../simulation/results/estimate.ts';
import { type Message, type MessageId, message } from '../language/message.ts';
import { durationText, rangeText, rounded, shareText } from '../analysis/readings/phrases.ts';
import type { Cell, Column } from './block.ts';

/** What stands where there is nothing to show. */
const none: Cell = { text: message('report.none') };

export const textCell = (text: Message, element?: ElementId): Cell => (element === undefined ? { text } : { text, element });

export const durationCell = (seconds: number | null): Cell => (seconds === null ? none : { text: durationText(seconds), value: seconds, unit: 's' });

export const shareCell = (share: number | null): Cell => (share === null ? none : { text: shareText(share), value: share, unit: 'share' });

export const numberCell = (value: number | null): Cell => (value === null ? none : { text: message('report.number', { value: rounded(value) }), value });

/** Units of a team; one without limit says so. */
export const capacityCell = (units: number | null): Cell => (units === null ? { text: message('report.unlimited') } : { text: message('report.number', { value: units }), value: units });

export const emptyCell = none;

/** Where an estimate's interval lies, as its own cell; nothing from fewer than two replications. */
export function intervalCell(estimate: Estimate, as: 'duration' | 'share' | 'number'): Cell {
  if (estimate.low === null || estimate.high === null) return none;
  if (as === 'duration') return { text: rangeText(estimate.low, estimate.high) };
  const text = as === 'share' ? shareText : (value: number): Message => message('report.number', { value: rounded(value) });
  return { text: message('report.between', { low: text(estimate.low), high: text(estimate.high) }) };
}

export const textColumn = (heading: MessageId): Column => ({ heading: message(heading), align: 'start' });

export const numberColumn = (heading: MessageId, unit?: string): Column => ({ heading: message(heading), align: 'end', ...(unit === undefined ? {} : { unit }) });
