import type { CommandDescriptor } from '../../shared/contract/commands.ts';
import { bendByKey, bentByHand, flowSelected, routeAgain } from '../canvas/bend-acts.ts';
import type { ArrowKey } from '../canvas/bending.ts';
import { currentView } from '../canvas/current-view.ts';
import { align, distribute, dropNodes, type Alignment } from '../canvas/edits.ts';
import { withFollowers } from '../canvas/followers.ts';
import { chainOf, mergeOperations, parallelOperation } from '../canvas/step-chain.ts';
import type { Model } from '../../shared/document/model/model.ts';
import type { Operation } from '../../shared/document/operations/all.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { openDialog, perform, select, setDrawer } from '../store/edit.ts';
import type { Placeable } from '../store/placeables.ts';
import { changeSettings } from '../store/settings.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { activeTab, state } from '../store/window-store.ts';
import { escape } from './canvas-commands.ts';
import type { CommandAction } from './registry.ts';

interface Entry {
  readonly descriptor: CommandDescriptor;
  readonly action: CommandAction;
}

const chosenNodes = (): readonly string[] => {
  const view = currentView();
  return (activeTab()?.selection ?? []).filter((id) => view?.boxes.has(id) === true);
};
const drawing = (): boolean => activeTab()?.mode === 'draw';

const aligned = (how: Alignment): Entry => ({
  descriptor: { id: `align.${how}`, label: `canvas.align.${how}` },
  action: {
    perform: () => {
      const view = currentView();
      if (view !== undefined) perform(align(view, chosenNodes(), how));
    },
    when: () => drawing() && chosenNodes().length > 1,
  },
});

const distributed = (axis: 'x' | 'y'): Entry => ({
  descriptor: { id: `distribute.${axis}`, label: `canvas.distribute.${axis}` },
  action: {
    perform: () => {
      const view = currentView();
      if (view !== undefined) perform(distribute(view, chosenNodes(), axis));
    },
    when: () => drawing() && chosenNodes().length > 2,
  },
});

const nudge = (key: ArrowKey, by: number, far: boolean): Entry => ({
  descriptor: { id: `nudge.${far ? 'far' : 'near'}.${key.toLowerCase()}`, label: far ? `canvas.nudgeFar.${key}` : `canvas.nudge.${key}`, accelerator: far ? `Shift+${key}` : key },
  action: {
    perform: () => {
      const view = currentView();
      if (view === undefined) return;
      if (chosenNodes().length === 0) {
        bendByKey(key, by);
        return;
      }
      const x = key === 'Left' ? -by : key === 'Right' ? by : 0;
      const y = key === 'Up' ? -by : key === 'Down' ? by : 0;
      const places = new Map(chosenNodes().map((id) => {
        const at = view.boxes.get(id) ?? { x: 0, y: 0 };
        return [id, { x: at.x + x, y: at.y + y }];
      }));
      perform(dropNodes(view, withFollowers(view, places)), `nudge ${[...places.keys()].join()}`);
    },
    when: () => drawing() && (chosenNodes().length > 0 || flowSelected() !== undefined),
  },
});

/** A change of a row of steps that are chosen, after which its first one is. */
const chained = (id: 'merge' | 'parallelise', label: CommandDescriptor['label'], change: (model: Model, chain: readonly string[]) => readonly Operation[]): Entry => {
  const chain = (): readonly string[] | undefined => {
    const view = currentView();
    return view === undefined ? undefined : chainOf(view.model, activeTab()?.selection ?? []);
  };
  return {
    descriptor: { id: `steps.${id}`, label },
    action: {
      perform: () => {
        const steps = chain();
        const view = currentView();
        const [first] = steps ?? [];
        if (view !== undefined && steps !== undefined && first !== undefined && perform(change(view.model, steps))) select([first]);
      },
      when: () => drawing() && chain() !== undefined,
    },
  };
};

const insertMore = (what: Placeable): Entry => ({
  descriptor: { id: `insert.${what}`, label: `canvas.insert.${what}` as CommandDescriptor['label'] },
  action: { perform: () => canvasPort()?.insert(what), when: drawing },
});

const setting = <Key extends 'theme' | 'language'>(key: Key, value: Settings[Key]): Entry => ({
  descriptor: { id: `${key}.${value}`, label: `window.${key}.${value}` as CommandDescriptor['label'] },
  action: { perform: () => changeSettings({ [key]: value }), checked: () => state().settings[key] === value },
});

/** Commands that stand in no native menu: found by palette, key and context menu. */
export const moreCommands: readonly Entry[] = [
  ...(['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const).map(aligned),
  distributed('x'),
  distributed('y'),
  chained('merge', 'canvas.mergeSteps', (_model, steps) => mergeOperations(steps)),
  chained('parallelise', 'canvas.atTheSameTime', (model, steps) => [parallelOperation(model, steps)]),
  ...(['Left', 'Right', 'Up', 'Down'] as const).flatMap((key) => [nudge(key, 8, false), nudge(key, 40, true)]),
  ...(['fork', 'join', 'message', 'subprocess', 'group'] as const).map(insertMore),
  ...(['system', 'light', 'dark', 'contrast'] as const).map((theme) => setting('theme', theme)),
  ...(['system', 'en', 'de'] as const).map((language) => setting('language', language)),
  { descriptor: { id: 'flow.routeAgain', label: 'canvas.routeAgain', accelerator: 'Shift+R' }, action: { perform: () => void routeAgain(bentByHand()), when: () => drawing() && bentByHand().length > 0 } },
  { descriptor: { id: 'document.settings', label: 'window.documentSettings' }, action: { perform: () => openDialog({ kind: 'documentSettings' }), when: () => activeTab() !== undefined } },
  { descriptor: { id: 'document.hours', label: 'canvas.workingHours' }, action: { perform: () => openDialog({ kind: 'hours' }), when: () => activeTab() !== undefined } },
  {
    descriptor: { id: 'view.drawer', label: 'window.showResults', accelerator: 'CmdOrCtrl+J' },
    action: { perform: () => setDrawer(activeTab()?.drawer !== true), when: () => activeTab()?.mode === 'simulate', checked: () => activeTab()?.drawer === true },
  },
  { descriptor: { id: 'canvas.escape', label: 'canvas.escape', accelerator: 'Escape' }, action: { perform: escape, when: () => activeTab() !== undefined } },
];
