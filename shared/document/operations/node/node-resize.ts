import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema, pointSchema, sizeSchema } from '../../model/fields.ts';
import { defineOperation } from '../operation-kind.ts';
import { mustExist } from '../requirements.ts';
import { nodeNameOf } from './node-name.ts';

/** A new size, with the new place of the top left corner when that moved too. */
export const nodeResize = defineOperation({
  schema: entity({ type: z.literal('node.resize'), node: idSchema, size: sizeSchema, position: pointSchema.optional() }),
  apply: (draft, payload) => {
    const node = draft.nodes[payload.node];
    if (node === undefined) return;
    node.size = payload.size;
    if (payload.position !== undefined) node.position = payload.position;
  },
  touches: ({ node }) => [node],
  sentence: ({ node }, before) => message('document.did.resize', { element: nodeNameOf(before, node) }),
  refuses: ({ node }, before) => mustExist(before, 'nodes', node),
  mergeKey: ({ node }) => `node.resize ${node}`,
});
