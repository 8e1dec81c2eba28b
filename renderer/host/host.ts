import type { Bridge } from '../../shared/contract/channels.ts';
import { memoryHost } from './memory-host.ts';

/** What the window asks of the machine it runs on. The desktop answers through the preload, a plain browser from memory. */
export type Host = Bridge;

/** What the preload left on the page; nothing in a plain browser. */
const bridge = (): Bridge | undefined => (window as { readonly crossflow?: Bridge }).crossflow;

let chosen: Host | undefined;

/** The host of this window: the desktop's bridge where there is one, else the in-memory twin. */
export function host(): Host {
  chosen ??= bridge() ?? memoryHost();
  return chosen;
}
