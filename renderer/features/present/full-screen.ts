import { useEffect } from 'react';
import { host } from '../../host/host.ts';

/** Whether the pages asked for the whole screen. */
let whole = false;

function setWhole(on: boolean): void {
  whole = on;
  void host().request('window:full-screen', { on });
}

/** Gives the pages the whole screen, or the window back to the desktop. */
export const toggleFullScreen = (): void => setWhole(!whole);

/** Leaves the whole screen with the pages. */
export function useFullScreenEnd(): void {
  useEffect(() => () => {
    if (whole) setWhole(false);
  }, []);
}
