import type { fragmentPaste } from '../../shared/document/operations/page/fragment-paste.ts';
import type { PayloadOf } from '../../shared/document/operations/operation-kind.ts';
import { layOutLanes, type LaneLayout } from '../../shared/drawing/layout/lanes.ts';
import { copyFragment, fragmentSchema, pasteOf, type Fragment } from '../../shared/document/operations/page/fragment.ts';
import type { ElementId } from '../../shared/document/model/fields.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import { sizeOfNode } from '../../shared/document/model/queries.ts';
import { around, type Box } from '../../shared/drawing/scene.ts';
import { boxOfNode } from '../../shared/drawing/shapes/node.ts';
import { inLane } from './edits.ts';
import { nearestLane, readingOrder, type PageView } from './page-view.ts';

/** What goes onto the clipboard: lines for people and tables, and a table that also carries the elements themselves. */
export interface Copied {
  readonly text: string;
  readonly html: string;
}

const attribute = 'data-crossflow';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A cell of a table on the clipboard holds no tab and no line of its own. */
const cell = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The nodes that are meant by a selection: chosen ones, and all in a chosen lane. */
export function nodesMeant(view: PageView, ids: readonly ElementId[]): readonly ElementId[] {
  const chosen = new Set(ids);
  return view.page.nodes.filter((node) => chosen.has(node.id) || (node.party !== undefined && chosen.has(node.party))).map((node) => node.id);
}

/** Elements as text (a name and its lane a line), and as a table with the elements inside it; undefined where nothing can be copied. */
export function copyOf(view: PageView, ids: readonly ElementId[]): Copied | undefined {
  const meant = new Set(nodesMeant(view, ids));
  if (meant.size === 0) return undefined;
  const rows = readingOrder(view)
    .filter((node) => meant.has(node.id))
    .map((node) => [cell(node.kind === 'note' ? node.text : (node.name ?? '')), cell(view.model.parties[node.party ?? '']?.name ?? '')] as const)
    .filter(([name]) => name !== '');
  const inside = JSON.stringify(copyFragment(view.model, [...meant]));
  const body = rows.map(([name, lane]) => `<tr><td>${escaped(name)}</td><td>${escaped(lane)}</td></tr>`).join('');
  return {
    text: rows.map(([name, lane]) => (lane === '' ? name : `${name}\t${lane}`)).join('\n'),
    html: `<table ${attribute}="${escaped(inside)}"><tbody>${body}</tbody></table>`,
  };
}

/** The elements inside rich text, if it came from here. Nothing in it is run or loaded. */
export function elementsIn(html: string): Fragment | undefined {
  if (!html.includes(attribute)) return undefined;
  const inside = new DOMParser().parseFromString(html, 'text/html').querySelector(`[${attribute}]`)?.getAttribute(attribute);
  if (inside === null || inside === undefined) return undefined;
  try {
    const read = fragmentSchema.safeParse(JSON.parse(inside));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** How far a paste moves on, so that it does not lie upon what was copied or pasted before. */
const stepBy = 24;

function offsetFor(view: PageView, fragment: Fragment): number {
  const places = new Set(view.page.nodes.map(({ position: { x, y } }) => `${x} ${y}`));
  let by = 0;
  while (fragment.nodes.some(({ position: { x, y } }) => places.has(`${x + by} ${y + by}`))) by += stepBy;
  return by;
}

/** The lanes of the page once those that come along are there. */
function lanesAfter({ model, page, lanes, bounds }: PageView, { parties, lanes: more }: PayloadOf<typeof fragmentPaste>): LaneLayout {
  if (more.length === 0) return lanes;
  const known = { ...model.parties, ...Object.fromEntries(parties.map((party) => [party.id, party])) };
  return layOutLanes({ ...model, parties: known }, { ...page.process, lanes: [...page.process.lanes, ...more] }, bounds);
}

export interface Pasted {
  readonly operations: readonly Operation[];
  readonly made: readonly ElementId[];
  /** Where the pasted elements stand; undefined for none. */
  readonly box: Box | undefined;
}

/**
 * Elements put on a page under new ids. Lanes, teams and the like that this document has are used, others come along;
 * what stands in a lane that lies elsewhere here is moved into it.
 */
export function paste(view: PageView, fragment: Fragment, within?: ElementId, at = offsetFor(view, fragment)): Pasted {
  const operation = pasteOf(view.model, fragment, view.page.process.id, { x: at, y: at }, within);
  const made = operation.nodes.map((node) => node.id);
  const vertical = view.lanes.orientation === 'vertical';
  const lanes = lanesAfter(view, operation);
  for (const node of operation.nodes) {
    const { width, height } = sizeOfNode(node);
    const lane = lanes.lanes.find((one) => one.own !== undefined && one.party.id === node.party);
    if (lane === undefined || nearestLane(lanes, { x: node.position.x + width / 2, y: node.position.y + height / 2 }) === lane) continue;
    node.position = inLane({ lanes }, lane, vertical ? node.position.y : node.position.x, { width, height });
  }
  return { operations: made.length === 0 ? [] : [operation], made, box: around(operation.nodes.map(boxOfNode)) };
}
