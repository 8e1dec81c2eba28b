import { message, type Message } from '../../../language/message.ts';
import type { ElementId } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import { nameOf } from '../../model/queries.ts';
import { plain } from '../applying.ts';
import { mustExist } from '../requirements.ts';

/** The refusal where a page has no lane of this party. */
export function mustHaveLane(model: Model, process: ElementId, party: ElementId): Message | undefined {
  const gone = mustExist(model, 'processes', process) ?? mustExist(model, 'parties', party);
  if (gone !== undefined) return gone;
  return model.processes[process]?.lanes.some((lane) => lane.party === party) === true
    ? undefined
    : message('document.refused.noLane', { element: nameOf(model, party), process: nameOf(model, process) });
}

/** Whether nodes of a page are drawn in the lane of this party itself. */
export const hasOwnWork = (model: Model, process: ElementId, party: ElementId): boolean =>
  Object.values(plain(model.nodes)).some((node) => node.process === process && node.party === party && node.parent === undefined);
