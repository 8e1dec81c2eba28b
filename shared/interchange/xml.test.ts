import { describe, expect, it } from 'vitest';
import { say } from '../language/say.ts';
import { parseXml } from './xml.ts';

const refusal = (text: string): string => {
  const outcome = parseXml(text, 'f.bpmn');
  return outcome.ok ? 'read' : say(outcome.failure.message);
};

describe('parseXml', () => {
  it('reads elements with name, namespace, attributes and text', () => {
    const outcome = parseXml('<a:x xmlns:a="urn:a" k="1&#10;2"><y>t<![CDATA[<u>]]></y></a:x>', 'f');
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.value).toMatchObject({ name: 'x', space: 'urn:a', line: 1 });
    expect(outcome.value.attributes.get('k')).toBe('1\n2');
    expect(outcome.value.children[0]).toMatchObject({ name: 'y', space: '', text: 't<u>' });
  });

  it('tolerates a prefix that nobody declared', () => expect(refusal('<a><foo:b bar:c="1"/></a>')).toBe('read'));

  it.each([
    ['<a><b></a>', 'damaged at line 1'],
    ['<a>\n<b>', 'cut off'],
    ['<a', 'holds no XML'],
    ['plain words', 'f.bpmn'],
    ['<a/><b/>', 'damaged'],
    ['<!DOCTYPE a [<!ENTITY x "yy"><!ENTITY z "&x;&x;">]><a>&z;</a>', 'entity of its own'],
    [`${'<a>'.repeat(500)}${'</a>'.repeat(500)}`, 'more than 400 deep'],
  ])('refuses case %# in one sentence', (text, part) => {
    const sentence = refusal(text);
    expect(sentence).toContain(part);
    expect(sentence).toContain('"f.bpmn"');
    expect(sentence).not.toMatch(/\{\w+\}|\n/);
  });

  it('never expands or fetches entities', () => {
    expect(refusal('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toBe('read');
    const lines = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    expect(refusal(`<!DOCTYPE a [<!ENTITY l0 "ha">${lines}]><a>&l9;</a>`)).toContain('entity');
  });
});
