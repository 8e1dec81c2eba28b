/** The parts of a keyboard event that decide which command it means. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** Physical key, for digits that Shift turns into signs. */
  readonly code?: string;
}

const named: Readonly<Record<string, string>> = {
  ' ': 'Space', '+': 'Plus', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right', Esc: 'Escape',
};

/** A key press in the notation of the command table: `CmdOrCtrl+Shift+Z`, `F2`, `A`. */
export function acceleratorOfPress(press: KeyPress): string {
  const digit = /^Digit(\d)$/.exec(press.code ?? '')?.[1];
  const modified = press.ctrlKey || press.metaKey;
  const key = modified && press.shiftKey && digit !== undefined ? digit : (named[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key));
  const shiftTellsMore = press.shiftKey && (key.length > 1 || modified || /[A-Z]/.test(key));
  return [modified ? 'CmdOrCtrl' : '', press.altKey ? 'Alt' : '', shiftTellsMore ? 'Shift' : '', key].filter((part) => part !== '').join('+');
}

/** Spellings that mean the same key on other keyboards: Ctrl+Y redoes, Ctrl+= zooms in, Backspace deletes. */
export const alsoMeans: Readonly<Record<string, string>> = {
  'CmdOrCtrl+Y': 'CmdOrCtrl+Shift+Z',
  'CmdOrCtrl+=': 'CmdOrCtrl+Plus',
  'CmdOrCtrl+Shift+=': 'CmdOrCtrl+Plus',
  'CmdOrCtrl+Shift+Plus': 'CmdOrCtrl+Plus',
  Backspace: 'Delete',
  E: 'F2',
  '?': 'CmdOrCtrl+/',
};

/** Keys that belong to the text being typed, even with a modifier. */
const textKeys = new Set(['CmdOrCtrl+Z', 'CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y', 'CmdOrCtrl+X', 'CmdOrCtrl+C', 'CmdOrCtrl+V', 'CmdOrCtrl+A', 'Delete', 'Backspace', 'CmdOrCtrl+Left', 'CmdOrCtrl+Right']);

/** Whether a press is left to an input that has the focus. */
export const belongsToText = (accelerator: string): boolean =>
  textKeys.has(accelerator) || !(accelerator.startsWith('CmdOrCtrl+') || /^F\d+$/.test(accelerator));

/** Letters without a modifier act on the canvas only. */
export const isBareKey = (accelerator: string): boolean => /^(?:Shift\+)?[A-Z?]$/.test(accelerator);
