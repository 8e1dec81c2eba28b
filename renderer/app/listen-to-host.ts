import type { CommandId } from '../../shared/contract/commands.ts';
import { dirty } from '../../shared/document/editing/history.ts';
import { host } from '../host/host.ts';
import { commandTable } from '../commands/table.ts';
import { tellFailures } from '../store/edit.ts';
import { askToQuit, openFiles, openRecent } from '../store/files.ts';
import { activeTab, setState, windowStore } from '../store/window-store.ts';

/** Follows what the desktop says, and tells it what its frame shows: title, unsaved work, menu. */
export function listenToHost(): void {
  host().on('menu:command', ({ id }) => void commandTable().run(id));
  host().on('menu:recent', ({ path }) => void openRecent(path));
  host().on('window:close-asked', askToQuit);
  host().on('document:opened', ({ opened, failures }) => {
    void openFiles(opened);
    tellFailures(failures);
  });

  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  setState({ systemDark: dark.matches });
  dark.addEventListener('change', () => setState({ systemDark: dark.matches }));

  let title = '';
  let menu = '';
  const tell = (): void => {
    const tab = activeTab();
    const unsaved = windowStore.getState().tabs.some((one) => dirty(one.history));
    const state = { title: tab === undefined ? 'Crossflow' : `${tab.name} – Crossflow`, path: tab?.file?.path ?? null, dirty: unsaved };
    const seen = JSON.stringify(state);
    if (seen !== title) {
      title = seen;
      void host().request('window:state', state);
    }
    const all = commandTable().all();
    const facts = {
      disabled: all.filter((one) => one.group !== undefined && one.when?.() === false).map((one) => one.id as CommandId),
      checked: all.filter((one) => one.group !== undefined && one.checked?.() === true).map((one) => one.id as CommandId),
    };
    const shown = JSON.stringify(facts);
    if (shown !== menu) {
      menu = shown;
      void host().request('menu:state', facts);
    }
  };
  let asked = false;
  windowStore.subscribe(() => {
    if (asked) return;
    asked = true;
    setTimeout(() => {
      asked = false;
      tell();
    }, 50);
  });
  tell();
}
