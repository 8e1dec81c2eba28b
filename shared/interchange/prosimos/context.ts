import type { Model } from '../../document/model/model.ts';
import type { Step } from '../../document/model/node.ts';
import type { WeeklyInterval } from '../../document/model/calendar.ts';
import { message } from '../../language/message.ts';
import type { ReportBuilder } from '../report.ts';
import type { CalendarBook } from './calendars.ts';
import type { Dialect } from './parameters.ts';
import { Refusal } from './refusal.ts';
import type { Parameters } from './schema.ts';

/** What every part of applying a parameter file works on. The model is our own copy and may be written to. */
export interface Context {
  readonly file: string;
  readonly parameters: Parameters;
  readonly dialect: Dialect;
  readonly model: Model;
  readonly report: ReportBuilder;
  readonly calendars: CalendarBook;
  readonly weeks: ReadonlyMap<string, readonly WeeklyInterval[]>;
  readonly keepNames: boolean;
}

/** The step of a task id; throws a refusal where the drawing has none. */
export function stepOf(id: string, { model, file }: Context): Step {
  const node = model.nodes[id];
  if (node?.kind !== 'step') throw new Refusal(message('interchange.unknownTask', { file, id }), id);
  return node;
}

export const nodeName = (id: string, { model }: Context): string => model.nodes[id]?.name ?? id;
