import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

describe('base 64', () => {
  // RFC 4648, section 10
  it.each([['', ''], ['f', 'Zg=='], ['fo', 'Zm8='], ['foo', 'Zm9v'], ['foob', 'Zm9vYg=='], ['fooba', 'Zm9vYmE='], ['foobar', 'Zm9vYmFy']])('of "%s" is "%s"', (text, encoded) => {
    expect(encodeBase64(new TextEncoder().encode(text))).toBe(encoded);
    expect(new TextDecoder().decode(decodeBase64(encoded))).toBe(text);
  });

  it('covers every byte', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value);
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });

  it('skips white space, and says where a text is none', () => {
    expect(decodeBase64('Zm9v\n YmE=')).toEqual(new TextEncoder().encode('fooba'));
    expect(decodeBase64('Zm9v-mFy')).toBeUndefined();
  });
});
