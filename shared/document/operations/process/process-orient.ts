import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema, type Point } from '../../model/fields.ts';
import { nameOf, sizeOfNode } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { mustExist } from '../requirements.ts';

/** Turns a page's lanes: what was drawn along them stays along them, mirrored at the diagonal. */
export const processOrient = defineOperation({
  schema: entity({ type: z.literal('process.orient'), process: idSchema, orientation: z.enum(['horizontal', 'vertical']) }),
  apply: (draft, payload) => {
    const process = draft.processes[payload.process];
    if (process === undefined || (process.orientation ?? 'horizontal') === payload.orientation) return;
    process.orientation = payload.orientation;
    for (const node of Object.values(draft.nodes)) {
      if (node.process !== payload.process) continue;
      const { width, height } = sizeOfNode(node);
      const centre = mirrored({ x: node.position.x + width / 2, y: node.position.y + height / 2 });
      node.position = { x: centre.x - width / 2, y: centre.y - height / 2 };
    }
    for (const flow of Object.values(draft.flows)) {
      if (flow.process === payload.process && flow.waypoints !== undefined) flow.waypoints = flow.waypoints.map(mirrored);
    }
  },
  touches: ({ process }) => [process],
  sentence: ({ process, orientation }, before) =>
    message(orientation === 'vertical' ? 'document.did.orientVertical' : 'document.did.orientHorizontal', { element: nameOf(before, process) }),
  refuses: ({ process }, before) => mustExist(before, 'processes', process),
});

const mirrored = ({ x, y }: Point): Point => ({ x: y, y: x });
