import { describe, expect, it } from 'vitest';
import { en } from '../language/catalogue/en.ts';
import { formats, sniffFormat } from './formats.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const bpmn = '<?xml version="1.0"?>\n<!-- x -->\n<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"/>';

describe('sniffFormat', () => {
  it.each([
    ['a.bpmn', bpmn, 'bpmn'],
    ['a.xml', bpmn, 'bpmn'],
    ['a.bpmn', '', 'bpmn'],
    ['a.json', '{ "resource_profiles": [] }', 'prosimos'],
    ['a.json', '{ "format": "crossflow" }', 'crossflow'],
    ['a.bin', '<log xes.version="1.0">', 'xes'],
    ['a.xml', '<mxfile host="x">', 'drawio'],
    ['log.txt', 'case;activity\n1;a\n', 'csv'],
    ['log.csv', 'case', 'csv'],
    ['a.png', '\u0089PNG', undefined],
  ])('%s beginning %s is %s', (name, text, id) => expect(sniffFormat(bytes(text), name)?.id).toBe(id));

  it('sees UTF-16', () => {
    const text = Uint8Array.from(bpmn.split('').flatMap((letter) => [letter.charCodeAt(0), 0]));
    expect(sniffFormat(Uint8Array.of(0xff, 0xfe, ...text), 'a.xml')?.id).toBe('bpmn');
  });

  it('has a name and an ending for each', () => {
    for (const format of formats) {
      expect(en[format.name]).toBeTruthy();
      expect(format.extensions.every((extension) => /^\.[a-z0-9.]+$/.test(extension))).toBe(true);
    }
  });
});
