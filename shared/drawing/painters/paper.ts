import type { Scene } from '../scene.ts';
import type { ColourRole, Theme } from '../theme.ts';

/** What fills a whole sheet: light pictures stand on the paper itself, dark ones need their ground to its edges. */
export const groundOfSheet = (scene: Scene, theme: Theme): ColourRole | undefined => (theme.name === 'dark' ? (scene.ground ?? 'surface') : undefined);

/** Sheet sizes in points (1/72 inch), upright. */
export const paperSizes = {
  A4: { width: 595.28, height: 841.89 },
  A3: { width: 841.89, height: 1190.55 },
  Letter: { width: 612, height: 792 },
} as const;
export type PaperSize = keyof typeof paperSizes;

/** A sheet, or exactly the size of the picture. */
export type Paper = PaperSize | 'picture';

/** Which way a sheet lies: as the picture wants it, upright, or level. */
export type Orientation = 'auto' | 'upright' | 'level';

/** Points in a pixel of a scene. */
export const pointsPerPixel = 0.75;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Points per pixel of the scene, at most `pointsPerPixel`. */
  readonly scale: number;
  /** Where the scene's top left corner stands, in points from the sheet's top left. */
  readonly left: number;
  readonly top: number;
}

const edge = 36;
const footerRoom = 22;

/** Places a picture on a sheet: turned to fit, centred, shrunk where needed and never enlarged beyond its own size. */
export function sheetFor(picture: { readonly width: number; readonly height: number }, paper: Paper, footer: boolean, orientation: Orientation = 'auto'): Sheet {
  if (paper === 'picture') {
    const room = footer ? footerRoom : 0;
    return { width: picture.width * pointsPerPixel, height: picture.height * pointsPerPixel + room, scale: pointsPerPixel, left: 0, top: 0 };
  }
  const size = paperSizes[paper];
  const level = orientation === 'auto' ? picture.width > picture.height : orientation === 'level';
  const width = level ? size.height : size.width;
  const height = level ? size.width : size.height;
  const roomWidth = width - 2 * edge;
  const roomHeight = height - 2 * edge - (footer ? footerRoom : 0);
  const scale = Math.min(pointsPerPixel, roomWidth / picture.width, roomHeight / picture.height);
  return { width, height, scale, left: (width - picture.width * scale) / 2, top: edge + Math.min(24, (roomHeight - picture.height * scale) / 2) };
}
