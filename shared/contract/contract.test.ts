import { describe, expect, it } from 'vitest';
import { say } from '../language/say.ts';
import { channels } from './channels.ts';
import { acceleratorOf, commands } from './commands.ts';
import { defaultSettings, settingsFrom, settingsSchema } from './settings.ts';

describe('commands', () => {
  it('have one id and one key each: a conflict is impossible', () => {
    const ids = commands.map(({ id }) => id);
    const keys = commands.flatMap((command) => acceleratorOf(command, {}) ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('have a name in both languages', () => {
    for (const { label } of commands) {
      expect(say({ id: label }, 'en')).not.toBe(label);
      expect(say({ id: label }, 'de')).not.toBe(label);
    }
  });

  it('take the keys that the person chose, or none', () => {
    const [first] = commands;
    expect(acceleratorOf(first, {})).toBe('CmdOrCtrl+N');
    expect(acceleratorOf(first, { 'document.new': 'F9' })).toBe('F9');
    expect(acceleratorOf(first, { 'document.new': '' })).toBeUndefined();
  });
});

describe('channels', () => {
  it('refuse what they do not know, whole or in part', () => {
    const save = channels['document:save'].payload;
    const sound = { path: '/a', text: '', expected: { modified: 1, size: 0, hash: 'a'.repeat(64) } };
    expect(save.safeParse(sound).success).toBe(true);
    expect(save.safeParse({ ...sound, mode: 0o777 }).success).toBe(false);
    expect(save.safeParse({ ...sound, expected: { ...sound.expected, hash: 'short' } }).success).toBe(false);
    expect(channels['export:save'].payload.safeParse({ suggestedName: 'a', filters: [], content: [1, 2] }).success).toBe(false);
    for (const id of ['../up', '', 'a/b', 'a'.repeat(65)]) expect(channels['journal:discard'].payload.safeParse({ id }).success).toBe(false);
  });
});

describe('settings', () => {
  it('are sound as they come', () => {
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
    expect(settingsFrom(undefined)).toEqual(defaultSettings);
    expect(settingsFrom({ theme: 'contrast', textSize: 99 })).toEqual({ ...defaultSettings, theme: 'contrast' });
  });
});
