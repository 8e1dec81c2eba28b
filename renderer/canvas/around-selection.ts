import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Node } from '../../shared/document/model/node.ts';
import { idMaker } from '../../shared/document/model/queries.ts';
import { around, grow, type Box } from '../../shared/drawing/scene.ts';
import { freePlace } from './edits.ts';
import { newNode, sizeOfPlaceable } from './new-elements.ts';
import type { PageView } from './page-view.ts';

/** Room between a group's border and what it holds; above it stands the group's name. */
const air = 24;
const nameHeight = 16;

const boxesOf = (view: PageView, ids: readonly ElementId[]): readonly Box[] => ids.flatMap((id) => view.boxes.get(id) ?? []);

/** A group around chosen nodes; undefined where none is chosen. */
export function groupAround(view: PageView, ids: readonly ElementId[], within?: ElementId): Node | undefined {
  const inner = around(boxesOf(view, ids));
  if (inner === undefined) return undefined;
  const { x, y, width, height } = grow(inner, air);
  const node = newNode(view.model, 'group', idMaker(view.model)('group'), { process: view.page.process.id, parent: within, position: { x, y: y - nameHeight } });
  return { ...node, size: { width, height: height + nameHeight } };
}

/** A note about one chosen node, near it where there is room; undefined where it can be about nothing. */
export function noteAbout(view: PageView, id: ElementId, within?: ElementId): Node | undefined {
  const box = view.boxes.get(id);
  const about = view.model.nodes[id];
  if (box === undefined || about === undefined || about.kind === 'note' || about.kind === 'group') return undefined;
  const size = sizeOfPlaceable('note');
  const position = freePlace(view, { x: box.x + box.width + air, y: box.y - size.height - air }, size);
  const node = newNode(view.model, 'note', idMaker(view.model)('note'), { process: view.page.process.id, parent: within, position });
  return node.kind === 'note' ? { ...node, about: id } : undefined;
}
