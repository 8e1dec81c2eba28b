import { message, type Message } from '../../../language/message.ts';
import type { ElementId } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import type { Node } from '../../model/node.ts';

/** What people call a node: its name, a note's text, or its kind. */
export const nodeName = (node: Node): string | Message =>
  node.name !== undefined && node.name !== '' ? node.name : message(`document.kind.${node.kind}`);

/** What people call a node given by its id. */
export function nodeNameOf(model: Model, id: ElementId): string | Message {
  const node = model.nodes[id];
  return node === undefined ? message('document.unknown') : nodeName(node);
}

/** One node by its name, several by their number. */
export const nodesPhrase = (model: Model, ids: readonly ElementId[]): string | Message =>
  ids.length === 1 && ids[0] !== undefined ? nodeNameOf(model, ids[0]) : message('document.count.nodes', { n: ids.length });
