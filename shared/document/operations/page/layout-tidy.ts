import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema, pointSchema, sizeSchema } from '../../model/fields.ts';
import { laneSchema } from '../../model/model.ts';
import { nameOf } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, firstRefusal, mustExist } from '../requirements.ts';

/** A page laid out anew: positions, thickness of lanes and bends in one go. What is not named stays where it is. */
export const layoutTidy = defineOperation({
  schema: entity({
    type: z.literal('layout.tidy'),
    process: idSchema,
    nodes: z.array(entity({ node: idSchema, position: pointSchema, size: sizeSchema.optional() })),
    lanes: z.array(laneSchema.omit({ collapsed: true })).optional(),
    /** Without way points a flow is routed automatically. */
    flows: z.array(entity({ flow: idSchema, waypoints: z.array(pointSchema).optional() })).optional(),
    length: z.number().positive().optional(),
  }),
  apply: (draft, payload) => {
    for (const { node: id, position, size } of payload.nodes) {
      const node = draft.nodes[id];
      if (node === undefined) continue;
      node.position = position;
      if (size !== undefined) node.size = size;
    }
    for (const { flow: id, waypoints } of payload.flows ?? []) {
      const flow = draft.flows[id];
      if (flow === undefined) continue;
      if (waypoints === undefined || waypoints.length === 0) delete flow.waypoints;
      else flow.waypoints = waypoints;
    }
    const process = draft.processes[payload.process];
    if (process === undefined) return;
    for (const lane of process.lanes) lane.size = payload.lanes?.find((other) => other.party === lane.party)?.size ?? lane.size;
    if (payload.length !== undefined) process.length = payload.length;
  },
  touches: ({ process }) => [process],
  sentence: ({ process }, before) => message('document.did.tidy', { element: nameOf(before, process) }),
  refuses: ({ process, nodes, flows }, before) =>
    firstOf(
      mustExist(before, 'processes', process),
      firstRefusal(nodes, ({ node }) => mustExist(before, 'nodes', node)),
      firstRefusal(flows ?? [], ({ flow }) => mustExist(before, 'flows', flow)),
    ),
});
