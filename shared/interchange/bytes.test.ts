import { describe, expect, it } from 'vitest';
import { decodeText } from './bytes.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const read = (bytes: Uint8Array): { text: string; encoding: string; declared?: string } => {
  const outcome = decodeText(bytes, 'f.bpmn');
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value;
};

describe('decodeText', () => {
  it('reads one-byte files by their declaration, each with its own letters above 127', () => {
    expect(read(latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e9\u0093</a>')).text).toContain('é\u0093');
    expect(read(latin('<?xml version="1.0" encoding="windows-1252"?><a>\u0093\u0080</a>')).text).toContain('“€');
    expect(read(latin('<?xml version="1.0" encoding="MacRoman"?><a>\u008e\u00d2</a>')).text).toContain('é“');
  });

  it('believes the letters rather than a one-byte declaration', () => {
    const found = read(new TextEncoder().encode('<?xml version="1.0" encoding="ISO-8859-1"?><a>開始</a>'));
    expect(found).toMatchObject({ encoding: 'utf-8', declared: 'iso-8859-1' });
    expect(found.text).toContain('開始');
  });

  it('reads what is no UTF-8 as windows-1252 and says so', () => {
    expect(read(latin('<?xml version="1.0" encoding="UTF-8"?><a>\u00fc</a>'))).toMatchObject({ encoding: 'windows-1252', declared: 'utf-8' });
    expect(read(latin('<?xml version="1.0" encoding="ASCII"?><a>\u00fc</a>')).text).toContain('ü');
  });

  it('reads UTF-16 with and without a byte order mark', () => {
    const little = Uint8Array.from('<a>ß</a>'.split('').flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));
    expect(read(little).text).toBe('<a>ß</a>');
    expect(read(Uint8Array.of(0xff, 0xfe, ...little)).text).toBe('<a>ß</a>');
    expect(read(Uint8Array.of(0xfe, 0xff, 0, 0x3c, 0, 0x61)).text).toBe('<a');
  });

  it('strips the mark of UTF-8', () => expect(read(Uint8Array.of(0xef, 0xbb, 0xbf, 0x3c)).text).toBe('<'));

  it('refuses what is empty, binary, or in an unknown encoding', () => {
    const code = (bytes: Uint8Array): string => {
      const outcome = decodeText(bytes, 'f.bpmn');
      return outcome.ok ? 'ok' : outcome.failure.code;
    };
    expect(code(new Uint8Array())).toBe('interchange.empty');
    expect(code(latin('  \n'))).toBe('interchange.empty');
    expect(code(latin('PK\u0003\u0000\u0000'))).toBe('interchange.notText');
    expect(code(latin('<?xml version="1.0" encoding="klingon"?><a/>'))).toBe('interchange.encoding');
  });
});
