import { describe, expect, it } from 'vitest';
import { de } from './catalogue/de.ts';
import { en } from './catalogue/en.ts';
import { message } from './message.ts';
import { say } from './say.ts';

const placeholders = (pattern: string): string[] =>
  [...new Set([...pattern.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].sort();

describe('say', () => {
  it('puts values in their places and picks the word by number', () => {
    expect(say(message('document.notesCount', { n: 1 }))).toBe('1 note');
    expect(say(message('document.notesCount', { n: 2 }))).toBe('2 notes');
    expect(say(message('document.notesCount', { n: 2 }), 'de')).toBe('2 Notizen');
  });

  it('leaves an unknown placeholder visible', () => {
    expect(say(message('document.notesCount'))).toBe('{n} {n|note|notes}');
  });
});

describe('the catalogue', () => {
  it('has every sentence in both languages with the same placeholders', () => {
    const german: Record<string, string> = de;
    for (const [id, pattern] of Object.entries(en)) {
      expect(german[id], id).toBeTypeOf('string');
      expect(placeholders(german[id] ?? ''), id).toEqual(placeholders(pattern));
    }
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
  });
});
