import { decodeBase64 } from '../language/base64.ts';
import type { Box, ImageShape } from './scene.ts';

/** A logo that was looked at: a PNG or JPEG as a data URL, and its size in its own pixels. */
export interface Logo {
  readonly href: string;
  readonly width: number;
  readonly height: number;
}

/** Bytes that a logo may have; it travels in every file that it stands on. */
export const largestLogo = 200_000;
/** Pixels of a side beyond which a picture is no logo. */
const longest = 4096;

const two = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function pngSize(bytes: Uint8Array): readonly [number, number] | undefined {
  return pngSignature.every((byte, at) => bytes[at] === byte) ? [two(bytes, 16) * 65_536 + two(bytes, 18), two(bytes, 20) * 65_536 + two(bytes, 22)] : undefined;
}

/** The size in the first frame header of a JPEG: segments of known length are passed over. */
function jpegSize(bytes: Uint8Array): readonly [number, number] | undefined {
  if (two(bytes, 0) !== 0xff_d8) return undefined;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + two(bytes, at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return [two(bytes, at + 7), two(bytes, at + 5)];
  }
  return undefined;
}

/** A document's logo where it is what it says: PNG or JPEG by its own bytes, small enough; undefined for anything else. */
export function readLogo(text: string | undefined): Logo | undefined {
  const [, kind, data = ''] = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/]+={0,2})$/.exec(text ?? '') ?? [];
  if (text === undefined || kind === undefined || data.length > (largestLogo * 4) / 3 + 4) return undefined;
  const bytes = decodeBase64(data);
  const size = bytes === undefined ? undefined : kind === 'png' ? pngSize(bytes) : jpegSize(bytes);
  const [width = 0, height = 0] = size ?? [];
  return width < 1 || height < 1 || width > longest || height > longest ? undefined : { href: text, width, height };
}

/** A logo as large as a box admits, at its right and in its middle. */
export function logoShape({ href, width, height }: Logo, box: Box): ImageShape {
  const factor = Math.min(box.width / width, box.height / height);
  const size = { width: width * factor, height: height * factor };
  return { kind: 'image', href, ...size, x: box.x + box.width - size.width, y: box.y + (box.height - size.height) / 2 };
}
