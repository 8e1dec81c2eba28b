import type { MessageId } from '../language/message.ts';
import { z } from '../language/zod.ts';

export const menuGroups = ['file', 'edit', 'insert', 'view', 'simulate', 'help'] as const;
export type MenuGroup = (typeof menuGroups)[number];

/**
 * One thing a person can do, whatever way they ask for it: the native menu, the palette, the shortcut sheet and the
 * keys all come from here; the window carries it out. Letters without a modifier act on the canvas only.
 */
export interface CommandDescriptor {
  readonly id: string;
  readonly label: MessageId;
  /** The menu it stands in; without one it is found by palette, key or context menu. */
  readonly group?: MenuGroup;
  /** In Electron's notation, e.g. `CmdOrCtrl+Shift+S`. */
  readonly accelerator?: string;
  /** A line in the menu above it. */
  readonly divided?: true;
  /** It is on or off and shows which. */
  readonly toggle?: true;
}

const described = <const List extends readonly CommandDescriptor[]>(list: List): List => list;

export const commands = described([
  { id: 'document.new', label: 'desktop.commandNew', group: 'file', accelerator: 'CmdOrCtrl+N' },
  { id: 'document.open', label: 'desktop.commandOpen', group: 'file', accelerator: 'CmdOrCtrl+O' },
  { id: 'document.save', label: 'desktop.commandSave', group: 'file', accelerator: 'CmdOrCtrl+S', divided: true },
  { id: 'document.saveAs', label: 'desktop.commandSaveAs', group: 'file', accelerator: 'CmdOrCtrl+Shift+S' },
  { id: 'document.versions', label: 'desktop.commandVersions', group: 'file' },
  { id: 'document.saveAsTemplate', label: 'desktop.commandSaveAsTemplate', group: 'file' },
  { id: 'document.export', label: 'desktop.commandExport', group: 'file', accelerator: 'CmdOrCtrl+E', divided: true },
  { id: 'document.print', label: 'desktop.commandPrint', group: 'file', accelerator: 'CmdOrCtrl+P' },
  { id: 'document.ask', label: 'desktop.commandAsk', group: 'file', divided: true },
  { id: 'document.close', label: 'desktop.commandCloseTab', group: 'file', accelerator: 'CmdOrCtrl+W', divided: true },
  { id: 'window.start', label: 'desktop.commandStart', group: 'file' },
  { id: 'document.reopenClosed', label: 'desktop.commandReopenClosed', group: 'file', accelerator: 'CmdOrCtrl+Shift+T' },
  { id: 'settings.open', label: 'desktop.commandSettings', group: 'file', accelerator: 'CmdOrCtrl+,', divided: true },

  { id: 'edit.undo', label: 'desktop.commandUndo', group: 'edit', accelerator: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', label: 'desktop.commandRedo', group: 'edit', accelerator: 'CmdOrCtrl+Shift+Z' },
  { id: 'edit.cut', label: 'desktop.commandCut', group: 'edit', accelerator: 'CmdOrCtrl+X', divided: true },
  { id: 'edit.copy', label: 'desktop.commandCopy', group: 'edit', accelerator: 'CmdOrCtrl+C' },
  { id: 'edit.paste', label: 'desktop.commandPaste', group: 'edit', accelerator: 'CmdOrCtrl+V' },
  { id: 'edit.duplicate', label: 'desktop.commandDuplicate', group: 'edit', accelerator: 'CmdOrCtrl+D' },
  { id: 'edit.delete', label: 'desktop.commandDelete', group: 'edit', accelerator: 'Delete' },
  { id: 'edit.selectAll', label: 'desktop.commandSelectAll', group: 'edit', accelerator: 'CmdOrCtrl+A' },
  { id: 'edit.rename', label: 'desktop.commandRename', group: 'edit', accelerator: 'F2', divided: true },
  { id: 'edit.find', label: 'desktop.commandFind', group: 'edit', accelerator: 'CmdOrCtrl+F' },
  { id: 'comments.open', label: 'desktop.commandComments', group: 'edit', accelerator: 'CmdOrCtrl+Alt+M' },
  { id: 'palette.open', label: 'desktop.commandPalette', group: 'edit', accelerator: 'CmdOrCtrl+K' },

  { id: 'insert.step', label: 'desktop.commandInsertStep', group: 'insert' },
  { id: 'insert.approval', label: 'desktop.commandInsertApproval', group: 'insert' },
  { id: 'insert.gateway', label: 'desktop.commandInsertGateway', group: 'insert' },
  { id: 'insert.wait', label: 'desktop.commandInsertWait', group: 'insert' },
  { id: 'insert.start', label: 'desktop.commandInsertStart', group: 'insert' },
  { id: 'insert.end', label: 'desktop.commandInsertEnd', group: 'insert' },
  { id: 'insert.lane', label: 'desktop.commandInsertLane', group: 'insert', divided: true },
  { id: 'insert.note', label: 'desktop.commandInsertNote', group: 'insert' },

  { id: 'mode.draw', label: 'desktop.commandModeDraw', group: 'view', accelerator: 'CmdOrCtrl+Shift+1', toggle: true },
  { id: 'mode.simulate', label: 'desktop.commandModeSimulate', group: 'view', accelerator: 'CmdOrCtrl+Shift+2', toggle: true },
  { id: 'mode.compare', label: 'desktop.commandModeCompare', group: 'view', accelerator: 'CmdOrCtrl+Shift+3', toggle: true },
  { id: 'mode.present', label: 'desktop.commandModePresent', group: 'view', accelerator: 'CmdOrCtrl+Shift+4', toggle: true },
  { id: 'view.zoomIn', label: 'desktop.commandZoomIn', group: 'view', accelerator: 'CmdOrCtrl+Plus', divided: true },
  { id: 'view.zoomOut', label: 'desktop.commandZoomOut', group: 'view', accelerator: 'CmdOrCtrl+-' },
  { id: 'view.fit', label: 'desktop.commandFit', group: 'view', accelerator: 'CmdOrCtrl+0' },
  { id: 'view.actualSize', label: 'desktop.commandActualSize', group: 'view', accelerator: 'CmdOrCtrl+1' },
  { id: 'view.tidy', label: 'desktop.commandTidy', group: 'view', accelerator: 'CmdOrCtrl+Shift+L', divided: true },
  { id: 'view.numbers', label: 'desktop.commandNumbers', group: 'view' },
  { id: 'view.tables', label: 'desktop.commandTables', group: 'view', accelerator: 'CmdOrCtrl+T', toggle: true },

  { id: 'simulation.run', label: 'desktop.commandRun', group: 'simulate', accelerator: 'CmdOrCtrl+Enter' },
  { id: 'simulation.cancel', label: 'desktop.commandCancelRun', group: 'simulate' },
  { id: 'simulation.replay', label: 'desktop.commandReplay', group: 'simulate' },
  { id: 'proposal.add', label: 'desktop.commandAddProposal', group: 'simulate', divided: true },
  { id: 'proposal.toggle', label: 'desktop.commandToggleProposal', group: 'simulate', accelerator: 'T' },

  { id: 'help.open', label: 'desktop.commandHelp', group: 'help', accelerator: 'F1' },
  { id: 'help.shortcuts', label: 'desktop.commandShortcuts', group: 'help', accelerator: 'CmdOrCtrl+/' },
  { id: 'help.keys', label: 'desktop.commandKeys', group: 'help' },
  { id: 'help.about', label: 'desktop.commandAbout', group: 'help', divided: true },

  { id: 'canvas.append', label: 'desktop.commandAppend', accelerator: 'A' },
  { id: 'canvas.create', label: 'desktop.commandCreate', accelerator: 'N' },
  { id: 'canvas.replace', label: 'desktop.commandReplace', accelerator: 'R' },
  { id: 'canvas.connect', label: 'desktop.commandConnect', accelerator: 'C' },
  { id: 'canvas.hand', label: 'desktop.commandHand', accelerator: 'H' },
  { id: 'canvas.lasso', label: 'desktop.commandLasso', accelerator: 'L' },
  { id: 'canvas.makeRoom', label: 'desktop.commandMakeRoom', accelerator: 'S' },
]);

export type CommandId = (typeof commands)[number]['id'];

const ids = commands.map((command) => command.id);

export const commandIdSchema = z.enum(ids);

/** The keys of a command: the person's own choice, else the one it comes with; undefined for none. */
export const acceleratorOf = (command: CommandDescriptor, keys: Readonly<Record<string, string>>): string | undefined => {
  const own = keys[command.id];
  return own === undefined ? command.accelerator : own || undefined;
};
