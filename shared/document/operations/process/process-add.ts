import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity } from '../../model/fields.ts';
import { processSchema } from '../../model/model.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, firstRefusal, mustBeFree, mustExist } from '../requirements.ts';

/** A new page. */
export const processAdd = defineOperation({
  schema: entity({ type: z.literal('process.add'), process: processSchema }),
  apply: (draft, { process }) => {
    draft.processes[process.id] = process;
  },
  touches: ({ process }) => [process.id],
  sentence: ({ process }) => message('document.did.add', { element: process.name }),
  refuses: ({ process }, before) => firstOf(mustBeFree(before, process.id), firstRefusal(process.lanes, (lane) => mustExist(before, 'parties', lane.party))),
});
