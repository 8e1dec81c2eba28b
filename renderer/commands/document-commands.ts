import type { CommandId } from '../../shared/contract/commands.ts';
import { openDialog } from '../store/edit.ts';
import { activeTab, state } from '../store/window-store.ts';
import type { CommandAction } from './registry.ts';

const open = (): boolean => activeTab() !== undefined;

/** Commands about what surrounds a document: its versions, templates, comments, print, help and keys. */
export const documentActions = {
  'document.versions': { perform: () => openDialog({ kind: 'versions' }), when: open },
  'document.saveAsTemplate': { perform: () => openDialog({ kind: 'saveTemplate' }), when: open },
  'document.ask': { perform: () => openDialog({ kind: 'ask' }), when: open },
  'document.print': { perform: () => openDialog({ kind: 'print' }), when: open },
  'comments.open': { perform: () => openDialog({ kind: 'comments' }), when: open },
  'help.open': {
    perform: () => {
      const { dialog } = state();
      if (dialog?.kind !== 'help') openDialog({ kind: 'help', back: dialog });
    },
  },
  'help.keys': { perform: () => openDialog({ kind: 'keys' }) },
} satisfies Partial<Record<CommandId, CommandAction>>;
