import { message, type Message } from '../../../language/message.ts';
import type { ElementId } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import { nameOf } from '../../model/queries.ts';
import { mustExist } from '../requirements.ts';

/** The refusal where a page has no lane of this party. */
export function mustHaveLane(model: Model, process: ElementId, party: ElementId): Message | undefined {
  const gone = mustExist(model, 'processes', process) ?? mustExist(model, 'parties', party);
  if (gone !== undefined) return gone;
  return model.processes[process]?.lanes.some((lane) => lane.party === party) === true
    ? undefined
    : message('document.refused.noLane', { element: nameOf(model, party), process: nameOf(model, process) });
}
