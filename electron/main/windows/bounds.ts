import { screen, type BrowserWindow, type Rectangle } from 'electron';
import type { Bounds } from './stored-looks.ts';

export const smallest = { width: 1024, height: 700 };
const usual = { width: 1440, height: 900 };

export const boundsOf = (window: BrowserWindow): Bounds => ({ ...window.getNormalBounds(), maximised: window.isMaximized() });

const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** Where the window stood last, if a screen is still there; else the usual size, as far as the screen allows. */
export const placeFor = (last: Bounds | undefined): Partial<Rectangle> => {
  if (last && screen.getAllDisplays().some((display) => overlaps(display.workArea, last))) {
    return { x: last.x, y: last.y, width: last.width, height: last.height };
  }
  const room = screen.getPrimaryDisplay().workAreaSize;
  return { width: Math.min(usual.width, room.width), height: Math.min(usual.height, room.height) };
};
