/** Bytes 0x80 to 0x9F of windows-1252; the five unassigned ones stay control characters, as everywhere on the web. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Bytes 0x80 to 0xFF of Mac OS Roman. */
const macRoman =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

export type SingleByteEncoding = 'iso-8859-1' | 'windows-1252' | 'macintosh';

/**
 * Text of bytes in an encoding of one byte per character. The platform's decoder is not asked: it answers windows-1252
 * for the labels of ISO-8859-1 and ASCII.
 */
export function decodeSingleByte(bytes: Uint8Array, encoding: SingleByteEncoding): string {
  const high = encoding === 'macintosh' ? macRoman : encoding === 'windows-1252' ? windows1252 : '';
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192) {
    const codes = Array.from(bytes.subarray(from, from + 8192), (byte) => (byte < 0x80 || byte - 0x80 >= high.length ? byte : high.charCodeAt(byte - 0x80)));
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}
