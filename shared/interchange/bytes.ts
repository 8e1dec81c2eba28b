import { message } from '../language/message.ts';
import { fail, succeed, type Outcome } from '../language/outcome.ts';
import { decodeSingleByte, type SingleByteEncoding } from './single-byte.ts';

export interface DecodedText {
  readonly text: string;
  /** The encoding that was used, in lower case. */
  readonly encoding: string;
  /** The encoding that the file declares, where another one had to be used. */
  readonly declared?: string;
}

/** Files beyond this many bytes are refused: no process drawing is that large, and a browser would freeze. */
export const largestFile = 256 * 1024 * 1024;

const singleByte: Readonly<Record<string, SingleByteEncoding>> = {
  'iso-8859-1': 'iso-8859-1', 'iso8859-1': 'iso-8859-1', iso_8859_1: 'iso-8859-1', 'iso_8859-1': 'iso-8859-1', latin1: 'iso-8859-1', 'latin-1': 'iso-8859-1', l1: 'iso-8859-1',
  'windows-1252': 'windows-1252', 'cp-1252': 'windows-1252', cp1252: 'windows-1252', ansi: 'windows-1252',
  macintosh: 'macintosh', macroman: 'macintosh', 'mac-roman': 'macintosh', 'x-mac-roman': 'macintosh', mac: 'macintosh',
};
const asciiLabels = new Set(['ascii', 'us-ascii', 'ansi_x3.4-1968', 'iso646-us']);
const utf8Labels = new Set(['utf-8', 'utf8']);

/**
 * Text of a file: by byte order mark, else by the XML declaration, else UTF-8.
 * Bytes that are valid UTF-8 beyond ASCII are UTF-8 whatever a one-byte declaration says, and bytes that are not are
 * read as windows-1252: `declared` then tells that the declaration was wrong.
 * Fails where the file is empty, too large, or declares an encoding that nobody here can read.
 */
export function decodeText(bytes: Uint8Array, file: string): Outcome<DecodedText> {
  if (bytes.length > largestFile) return fail('interchange.tooLarge', message('interchange.tooLarge', { file, limit: largestFile / 1024 / 1024 }), { file });
  const marked = byOrderMark(bytes);
  const text = marked ?? byDeclaration(bytes);
  if (text === undefined) {
    return fail('interchange.encoding', message('interchange.encoding', { file, encoding: declaredEncoding(bytes) ?? '?' }), { file });
  }
  if (text.text.trim() === '') return fail('interchange.empty', message('interchange.empty', { file }), { file });
  if (text.text.includes('\u0000')) return fail('interchange.notText', message('interchange.notText', { file }), { file });
  return succeed(text);
}

function byOrderMark(bytes: Uint8Array): DecodedText | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return utf8OrWindows(bytes.subarray(3), 'utf-8');
  if (first === 0xff && second === 0xfe) return { text: decodeUtf16(bytes.subarray(2), true), encoding: 'utf-16le' };
  if (first === 0xfe && second === 0xff) return { text: decodeUtf16(bytes.subarray(2), false), encoding: 'utf-16be' };
  if (first === 0x3c && second === 0) return { text: decodeUtf16(bytes, true), encoding: 'utf-16le' };
  if (first === 0 && second === 0x3c) return { text: decodeUtf16(bytes, false), encoding: 'utf-16be' };
  return undefined;
}

function byDeclaration(bytes: Uint8Array): DecodedText | undefined {
  const declared = declaredEncoding(bytes);
  if (declared === undefined || utf8Labels.has(declared) || declared.startsWith('utf-16')) return utf8OrWindows(bytes, declared);
  const one = singleByte[declared] ?? (asciiLabels.has(declared) ? 'windows-1252' : undefined);
  if (one !== undefined) {
    if (!bytes.some((byte) => byte > 0x7f)) return { text: decodeSingleByte(bytes, 'iso-8859-1'), encoding: declared };
    const utf8 = strictUtf8(bytes);
    if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', declared };
    return asciiLabels.has(declared) ? { text: decodeSingleByte(bytes, one), encoding: one, declared } : { text: decodeSingleByte(bytes, one), encoding: one };
  }
  const text = byPlatform(bytes, declared);
  return text === undefined ? undefined : { text, encoding: declared };
}

/** The encoding of an XML declaration, in lower case; looked for in bytes, since the text is not known yet. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = decodeSingleByte(bytes.subarray(0, 256), 'iso-8859-1');
  return /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)\s*["']/.exec(head)?.[1]?.toLowerCase();
}

function utf8OrWindows(bytes: Uint8Array, declared: string | undefined): DecodedText {
  const text = strictUtf8(bytes);
  if (text !== undefined) return declared === undefined || utf8Labels.has(declared) ? { text, encoding: 'utf-8' } : { text, encoding: 'utf-8', declared };
  return { text: decodeSingleByte(bytes, 'windows-1252'), encoding: 'windows-1252', declared: declared ?? 'utf-8' };
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeUtf16(bytes: Uint8Array, little: boolean): string {
  const codes = new Uint16Array(bytes.length >> 1);
  for (let index = 0; index < codes.length; index += 1) {
    const low = bytes[2 * index + (little ? 0 : 1)] ?? 0;
    const high = bytes[2 * index + (little ? 1 : 0)] ?? 0;
    codes[index] = (high << 8) | low;
  }
  const parts: string[] = [];
  for (let from = 0; from < codes.length; from += 8192) parts.push(String.fromCharCode(...codes.subarray(from, from + 8192)));
  return parts.join('');
}

/** Encodings of other scripts are left to the platform, and only where its name for them is the very same. */
function byPlatform(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
