import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { removeElements } from '../removing.ts';
import { firstRefusal, mustExist } from '../requirements.ts';
import { healAround } from './healing.ts';
import { nodesPhrase } from './node-name.ts';

/** Removes nodes with their flows; `heal` joins what stood before each of them to what stood after it. */
export const nodeRemove = defineOperation({
  schema: entity({ type: z.literal('node.remove'), nodes: z.array(idSchema).min(1), heal: z.boolean().optional() }),
  apply: (draft, { nodes, heal }) => {
    for (const id of nodes) {
      if (heal === true) healAround(draft, id);
      removeElements(draft, [id]);
    }
  },
  touches: ({ nodes }) => nodes,
  sentence: ({ nodes }, before) => message('document.did.remove', { element: nodesPhrase(before, nodes) }),
  refuses: ({ nodes }, before) => firstRefusal(nodes, (node) => mustExist(before, 'nodes', node)),
});
