const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base 64 text (RFC 4648), padded. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const word = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letter = (place: number): string => alphabet[(word >> (18 - 6 * place)) & 63] ?? '';
    parts.push(letter(0), letter(1), left > 1 ? letter(2) : '=', left > 2 ? letter(3) : '=');
  }
  return parts.join('');
}
