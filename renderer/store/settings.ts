import type { Settings } from '../../shared/contract/settings.ts';
import { host } from '../host/host.ts';
import { setState, state } from './window-store.ts';

/** Changes what the person chose about the program; it is kept for the next start. */
export function changeSettings(change: Partial<Settings>): void {
  setState({ settings: { ...state().settings, ...change } });
  void host().request('settings:set', change);
}
