import fontkit, { type Font } from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';
import type { Weight } from '../scene.ts';

/** Font files for a PDF, as TrueType, OpenType or WOFF2. The first of each weight is Inter; the rest fill in for scripts it lacks. */
export interface PdfFontFiles {
  readonly regular: readonly Uint8Array[];
  readonly bold: readonly Uint8Array[];
}

const isWoff2 = (bytes: Uint8Array): boolean => bytes[0] === 0x77 && bytes[1] === 0x4f && bytes[2] === 0x46 && bytes[3] === 0x32;

/**
 * A font file as TrueType or OpenType, which PDF embeds: WOFF2 is unpacked. The unpacker is loaded when needed: it
 * compiles text as it starts, which the window's policy refuses, and the window prints PDFs by Chromium.
 */
export async function toTrueType(bytes: Uint8Array): Promise<Uint8Array> {
  if (!isWoff2(bytes)) return bytes;
  const { default: decompress } = await import('woff2-encoder/decompress');
  return decompress(bytes);
}

/** Whether a font draws its signs by outlines, which PDF embeds, not by pictures of points. */
function hasOutlines(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = bytes.length < 12 ? 0 : view.getUint16(4);
  const tag = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  return Array.from({ length: tables }, (_, i) => tag(12 + i * 16)).some((name) => name === 'glyf' || name === 'CFF ');
}

/** Those of some signs that a TrueType or OpenType font can draw in a PDF; none where the file cannot be read as one. */
export function signsIn(bytes: Uint8Array, signs: readonly string[]): ReadonlySet<string> {
  try {
    if (!hasOutlines(bytes)) return new Set();
    const reader = fontkit.create(bytes);
    return new Set(signs.filter((sign) => reader.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)));
  } catch {
    return new Set();
  }
}

interface Face {
  readonly reader: Font;
  readonly embed: () => Promise<PDFFont>;
}

export interface TextRun {
  readonly text: string;
  readonly font: PDFFont;
}

/** The fonts of one document, embedded when first used and only with the glyphs that occur. */
export class PdfFonts {
  private readonly faces: Readonly<Record<Weight, readonly Face[]>>;

  private constructor(faces: Readonly<Record<Weight, readonly Face[]>>) {
    this.faces = faces;
  }

  static async open(document: PDFDocument, files: PdfFontFiles): Promise<PdfFonts> {
    document.registerFontkit(fontkit);
    const open = (list: readonly Uint8Array[]): Promise<readonly Face[]> =>
      Promise.all(list.map(async (file): Promise<Face> => {
        const bytes = await toTrueType(file);
        let embedded: Promise<PDFFont> | undefined;
        // Figures are tabular; joined and replaced letters would not be found by a search in the file.
        const embed = (): Promise<PDFFont> => (embedded ??= document.embedFont(bytes, { subset: true, features: { tnum: true, calt: false, liga: false, clig: false } }));
        return { reader: fontkit.create(bytes), embed };
      }));
    return new PdfFonts({ regular: await open(files.regular), bold: await open(files.bold) });
  }

  /** The text cut where another font takes over; a character that no font has is drawn by the first as its empty box. */
  async runs(text: string, weight: Weight): Promise<readonly TextRun[]> {
    const faces = this.faces[weight].length > 0 ? this.faces[weight] : this.faces.regular;
    const found: { text: string; face: Face }[] = [];
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      const face = faces.find(({ reader }) => reader.hasGlyphForCodePoint(code)) ?? faces[0];
      if (!face) continue;
      const last = found.at(-1);
      if (last?.face === face) last.text += character;
      else found.push({ text: character, face });
    }
    return Promise.all(found.map(async (run) => ({ text: run.text, font: await run.face.embed() })));
  }
}
