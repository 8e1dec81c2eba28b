import type { CommandId } from '../../shared/contract/commands.ts';
import { laneOperations } from '../canvas/new-elements.ts';
import { currentView } from '../canvas/current-view.ts';
import { remove } from '../canvas/edits.ts';
import { message } from '../../shared/language/message.ts';
import { say } from '../../shared/language/say.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { perform, select, setTool, startNaming } from '../store/edit.ts';
import type { Placeable } from '../store/placeables.ts';
import type { Tool } from '../store/state.ts';
import { activeTab, localeOf, setState, state } from '../store/window-store.ts';
import { copySelection, duplicate, pasteHere } from './clipboard-commands.ts';
import type { CommandAction } from './registry.ts';

const drawing = (): boolean => activeTab()?.mode === 'draw';
const chosen = (): readonly string[] => activeTab()?.selection ?? [];
const someChosen = (): boolean => drawing() && chosen().length > 0;
const oneNode = (): boolean => {
  const [only, ...more] = chosen();
  return drawing() && more.length === 0 && only !== undefined && currentView()?.model.nodes[only] !== undefined;
};

const insert = (what: Placeable): CommandAction => ({ perform: () => canvasPort()?.insert(what), when: drawing });
const tool = (one: Tool): CommandAction => ({ perform: () => setTool(state().tool === one ? 'select' : one), when: drawing, checked: () => state().tool === one });

/** A new lane at the end, whose name is asked for at once. */
export function addLane(): void {
  const view = currentView();
  if (view === undefined) return;
  const name = say(message('canvas.newLane'), localeOf(state()));
  const names = new Set(Object.values(view.model.parties).map((party) => party.name));
  let free = name;
  for (let n = 2; names.has(free); n += 1) free = `${name} ${n}`;
  const operations = laneOperations(view.model, view.page.process.id, [free]);
  if (!perform(operations)) return;
  const added = operations[0];
  if (added?.type !== 'lane.add') return;
  select([added.lane.party]);
  startNaming({ kind: 'existing', id: added.lane.party });
}

function deleteChosen(): void {
  const view = currentView();
  if (view === undefined) return;
  const operations = remove(view, chosen());
  if (operations.length > 0 && perform(operations)) select([]);
}

/** Commands that act on what stands on the canvas. */
export const canvasActions = {
  'edit.cut': { perform: () => void (copySelection() && deleteChosen()), when: someChosen },
  'edit.copy': { perform: () => void copySelection(), when: () => chosen().length > 0 },
  'edit.paste': { perform: pasteHere, when: drawing },
  'edit.duplicate': { perform: duplicate, when: someChosen },
  'edit.delete': { perform: deleteChosen, when: someChosen },
  'edit.selectAll': { perform: () => select(currentView()?.page.nodes.map((node) => node.id) ?? []), when: () => activeTab() !== undefined },
  'edit.rename': {
    perform: () => {
      const [id] = chosen();
      if (id !== undefined) startNaming({ kind: 'existing', id });
    },
    when: () => drawing() && chosen().length === 1,
  },
  'insert.step': insert('step'),
  'insert.approval': insert('approval'),
  'insert.gateway': insert('gateway'),
  'insert.wait': insert('wait'),
  'insert.start': insert('start'),
  'insert.end': insert('end'),
  'insert.lane': { perform: addLane, when: drawing },
  'insert.note': insert('note'),
  'canvas.append': { perform: () => canvasPort()?.append('step'), when: oneNode },
  'canvas.create': { perform: () => canvasPort()?.insert('step'), when: drawing },
  'canvas.replace': {
    perform: () => document.querySelector<HTMLElement>('[data-pad="replace"]')?.click(),
    when: oneNode,
  },
  'canvas.connect': tool('connect'),
  'canvas.hand': tool('hand'),
  'canvas.lasso': tool('lasso'),
  'canvas.makeRoom': tool('makeRoom'),
} satisfies Partial<Record<CommandId, CommandAction>>;

/** Esc: first the tool, then the search, then the selection. */
export function escape(): void {
  if (state().tool !== 'select') setTool('select');
  else if (state().searching) setState({ searching: false });
  else select([]);
}
