import { useEffect } from 'react';
import { commandTable } from '../commands/table.ts';
import { acceleratorOfPress, alsoMeans, belongsToText, isBareKey } from '../commands/keys.ts';
import { state } from '../store/window-store.ts';

const typesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)));

/** A control that has keys of its own: menus, lists, tabs. */
const hasOwnKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="menu"], [role="listbox"]:not([data-bare-keys]), [role="tablist"], [role="dialog"], [role="radiogroup"], [role="grid"]') !== null;

/** Keys that a browser would take for itself and that mean nothing here: they must not reload or lose the page. */
const taken = new Set(['CmdOrCtrl+R', 'CmdOrCtrl+Shift+R', 'F5', 'CmdOrCtrl+F5']);

const historyKeys = new Set(['CmdOrCtrl+Z', 'CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y']);

/** An empty field has nothing of its own to take back. */
const isEmpty = (target: EventTarget | null): boolean => (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value === '';

/** Hears every key of the window once and hands it to the command that it means. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const pressed = acceleratorOfPress(event);
      if (taken.has(pressed)) {
        event.preventDefault();
        return;
      }
      const inText = typesText(event.target);
      if (inText && belongsToText(pressed) && !(historyKeys.has(pressed) && isEmpty(event.target))) return;
      if (hasOwnKeys(event.target) && !pressed.startsWith('CmdOrCtrl+') && !/^F\d+$/.test(pressed)) return;
      if (state().dialog !== undefined && state().dialog?.kind !== 'palette' && !pressed.startsWith('F')) return;
      if (isBareKey(pressed) && state().active === undefined) return;
      const { keys } = state().settings;
      const command = commandTable().byKey(pressed, keys) ?? commandTable().byKey(alsoMeans[pressed] ?? '', keys);
      if (command === undefined) return;
      event.preventDefault();
      void command.perform();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
