import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { nameOf } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { removeElements } from '../removing.ts';
import { mustExist } from '../requirements.ts';

/** Removes a page with its nodes, flows and the demand that starts there. Parties and teams stay: other pages share them. */
export const processRemove = defineOperation({
  schema: entity({ type: z.literal('process.remove'), process: idSchema }),
  apply: (draft, { process }) => removeElements(draft, [process]),
  touches: ({ process }) => [process],
  sentence: ({ process }, before) => message('document.did.remove', { element: nameOf(before, process) }),
  refuses: ({ process }, before) => mustExist(before, 'processes', process),
});
