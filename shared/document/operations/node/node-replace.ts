import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { nodeSizes } from '../../model/defaults.ts';
import { entity, idSchema } from '../../model/fields.ts';
import { gatewaySchema, eventSchema, type Node, nodeSchema, nodeSchemas } from '../../model/node.ts';
import { sizeOfNode } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { mustExist } from '../requirements.ts';
import { flowsOutOf } from './healing.ts';
import { nodeNameOf } from './node-name.ts';

const kindSchema = z.enum(['start', 'step', 'gateway', 'fork', 'join', 'event', 'subprocess', 'end', 'note', 'group']);

/** Makes a node another kind in its place: fields that the new kind knows stay, and so do its flows. */
export const nodeReplace = defineOperation({
  schema: entity({
    type: z.literal('node.replace'),
    node: idSchema,
    kind: kindSchema,
    decides: gatewaySchema.shape.decides.optional(),
    trigger: eventSchema.shape.trigger.optional(),
  }),
  apply: (draft, payload) => {
    const node = draft.nodes[payload.node];
    if (node === undefined) return;
    draft.nodes[payload.node] = replaced(node, payload);
    if (payload.kind === 'gateway') return;
    for (const flow of flowsOutOf(draft, payload.node)) {
      delete flow.probability;
      delete flow.condition;
      delete flow.otherwise;
    }
  },
  touches: ({ node }) => [node],
  sentence: ({ node, kind }, before) => message('document.did.replace', { element: nodeNameOf(before, node), kind: message(`document.kind.${kind}`) }),
  refuses: ({ node }, before) => mustExist(before, 'nodes', node),
});

interface Wanted {
  readonly kind: z.infer<typeof kindSchema>;
  readonly decides?: 'oneOf' | 'someOf' | 'firstEvent' | undefined;
  readonly trigger?: 'timer' | 'message' | undefined;
}

/** The centre stays where it was; a size given by hand stays only with its kind. */
function replaced(node: Node, { kind, decides, trigger }: Wanted): Node {
  const { width, height } = sizeOfNode(node);
  const size = nodeSizes[kind];
  const position = { x: node.position.x + (width - size.width) / 2, y: node.position.y + (height - size.height) / 2 };
  const { id, name, process, parent, party, documentation } = node;
  const known = Object.fromEntries(Object.entries({ id, name, process, parent, party, documentation }).filter(([, value]) => value !== undefined));
  const wanted = { decides: decides ?? 'oneOf', trigger: trigger ?? 'timer', text: name ?? '', ...node, ...(decides && { decides }), ...(trigger && { trigger }) };
  const shape = nodeSchemas.find((option) => option.shape.kind.value === kind)?.shape ?? {};
  const kept = Object.fromEntries(Object.entries(wanted).filter(([field]) => Object.hasOwn(shape, field) && field !== 'size'));
  return nodeSchema.parse({ ...kept, ...known, kind, position });
}
