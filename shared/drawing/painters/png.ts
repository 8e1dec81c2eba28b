import type { Scene } from '../scene.ts';
import { fontFamily, type Theme } from '../theme.ts';
import { paintSvg } from './svg.ts';

/** Turns an SVG document into a PNG; the host brings resvg and its fonts (see `resvgRasteriser`). */
export interface Rasteriser {
  rasterise(svg: string, scale: number): Uint8Array;
}

export type PngScale = 1 | 2 | 3 | 4;

/** The longest side a picture may have, in pixels: beyond it the decoder of most viewers gives up. */
export const longestPngSide = 16_384;

/** The scene as a PNG at 1 to 4 pixels per unit, less where the picture would exceed `longestPngSide`. */
export function paintPng(scene: Scene, theme: Theme, rasteriser: Rasteriser, scale: PngScale = 2): Uint8Array {
  const longest = Math.max(scene.width, scene.height);
  return rasteriser.rasterise(paintSvg(scene, theme), Math.min(scale, longestPngSide / longest));
}

/** The part of `@resvg/resvg-wasm` that is used, as the host loads it. */
export interface ResvgModule {
  readonly Resvg: new (
    svg: string,
    options: {
      readonly fitTo: { readonly mode: 'zoom'; readonly value: number };
      readonly font: { readonly fontBuffers: Uint8Array[]; readonly defaultFontFamily: string; readonly sansSerifFamily: string; readonly loadSystemFonts: boolean };
    },
  ) => { render(): { asPng(): Uint8Array; free(): void }; free(): void };
}

/**
 * A rasteriser over resvg, whose wasm the host has initialised already.
 * `fonts`: WOFF2 or TrueType files; Inter Regular and SemiBold, then any for scripts that Inter lacks.
 */
export function resvgRasteriser(resvg: ResvgModule, fonts: readonly Uint8Array[]): Rasteriser {
  return {
    rasterise(svg, scale) {
      const renderer = new resvg.Resvg(svg, {
        fitTo: { mode: 'zoom', value: scale },
        font: { fontBuffers: [...fonts], defaultFontFamily: fontFamily, sansSerifFamily: fontFamily, loadSystemFonts: false },
      });
      const image = renderer.render();
      const bytes = image.asPng();
      image.free();
      renderer.free();
      return bytes;
    },
  };
}
