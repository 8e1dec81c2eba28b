import type { CommandId } from '../../shared/contract/commands.ts';
import { canRedo, canUndo, type History } from '../../shared/document/editing/history.ts';
import { todayId } from '../../shared/document/scenarios/document.ts';
import { message } from '../../shared/language/message.ts';
import { say } from '../../shared/language/say.ts';
import { canvasPort } from '../store/canvas-port.ts';
import { openDialog, redo, setMode, showTables, undo } from '../store/edit.ts';
import { askToClose, askToOpen, newDocument, save, saveAs } from '../store/files.ts';
import { startReplay } from '../store/replay.ts';
import { addProposal, cancelWork, runSimulation, toggleProposal } from '../store/simulation.ts';
import type { Mode } from '../store/state.ts';
import { reopenClosed } from '../store/tabs.ts';
import { activeTab, localeOf, setState, state } from '../store/window-store.ts';
import type { CommandAction } from './registry.ts';
import { tidyPage } from './tidy.ts';

const open = (): boolean => activeTab() !== undefined;
const drawing = (): boolean => activeTab()?.mode === 'draw';

const hasHistory = (can: (history: History) => boolean): boolean => {
  const tab = activeTab();
  return tab !== undefined && can(tab.history);
};

const mode = (one: Mode): CommandAction => ({ perform: () => setMode(one), when: open, checked: () => activeTab()?.mode === one });

/** Commands about files, history, modes, view and help. */
export const windowActions = {
  'document.new': { perform: newDocument },
  'document.open': { perform: askToOpen },
  'document.save': { perform: async () => void (await save()), when: open },
  'document.saveAs': { perform: async () => void (await saveAs()), when: open },
  'document.export': { perform: () => openDialog({ kind: 'export' }), when: open },
  'document.close': { perform: () => askToClose(), when: open },
  'window.start': { perform: () => setState({ active: undefined, searching: false }), when: open },
  'document.reopenClosed': { perform: reopenClosed, when: () => state().closed.length > 0 },
  'settings.open': { perform: () => openDialog({ kind: 'settings' }) },
  'edit.undo': { perform: undo, when: () => hasHistory(canUndo) },
  'edit.redo': { perform: redo, when: () => hasHistory(canRedo) },
  'edit.find': { perform: () => setState({ searching: true }), when: open },
  'palette.open': { perform: () => openDialog({ kind: 'palette' }) },
  'mode.draw': mode('draw'),
  'mode.simulate': mode('simulate'),
  'mode.compare': mode('compare'),
  'mode.present': mode('present'),
  'view.zoomIn': { perform: () => canvasPort()?.zoomBy(1.25), when: open },
  'view.zoomOut': { perform: () => canvasPort()?.zoomBy(0.8), when: open },
  'view.fit': { perform: () => canvasPort()?.fit(), when: open },
  'view.actualSize': { perform: () => canvasPort()?.actualSize(), when: open },
  'view.tidy': { perform: tidyPage, when: drawing },
  'view.numbers': { perform: () => openDialog({ kind: 'numbers' }), when: open },
  'view.tables': {
    perform: () => showTables(activeTab()?.tables === undefined ? { table: 'steps', whole: false } : undefined),
    when: () => open() && activeTab()?.mode !== 'present',
    checked: () => activeTab()?.tables !== undefined,
  },
  'simulation.run': {
    perform: async () => {
      setMode('simulate');
      await runSimulation();
    },
    when: () => open() && activeTab()?.runs.working === undefined,
  },
  'simulation.cancel': { perform: cancelWork, when: () => activeTab()?.runs.working !== undefined },
  'simulation.replay': {
    perform: startReplay,
    when: () => {
      const tab = activeTab();
      return tab?.mode === 'simulate' && tab.runs.byScenario[tab.scenario] !== undefined;
    },
  },
  'proposal.add': {
    perform: () => {
      const count = Object.keys(activeTab()?.history.document.scenarios ?? {}).length;
      addProposal(say(message('window.proposalName', { n: count }), localeOf(state())));
    },
    when: open,
  },
  'proposal.toggle': { perform: toggleProposal, when: () => Object.keys(activeTab()?.history.document.scenarios ?? {}).some((id) => id !== todayId) },
  'help.shortcuts': { perform: () => openDialog({ kind: 'shortcuts' }) },
  'help.about': { perform: () => openDialog({ kind: 'about' }) },
} satisfies Partial<Record<CommandId, CommandAction>>;
