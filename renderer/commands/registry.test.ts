import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/contract/commands.ts';
import { acceleratorOfPress, belongsToText } from './keys.ts';
import { Registry } from './registry.ts';

const label = 'document.notesCount';
const press = (key: string, held: { ctrl?: boolean; shift?: boolean; code?: string } = {}) =>
  acceleratorOfPress({ key, ctrlKey: held.ctrl ?? false, metaKey: false, shiftKey: held.shift ?? false, altKey: false, ...(held.code === undefined ? {} : { code: held.code }) });

describe('the registry of commands', () => {
  it('refuses a second command of the same id and a key that is taken', () => {
    const registry = new Registry();
    registry.add({ id: 'a', label, accelerator: 'A' }, { perform: () => undefined });
    expect(() => registry.add({ id: 'a', label }, { perform: () => undefined })).toThrow(/exists already/);
    expect(() => registry.add({ id: 'b', label, accelerator: 'A' }, { perform: () => undefined })).toThrow(/share the key A/);
  });

  it('takes the whole published table without a clash', () => {
    const registry = new Registry();
    for (const descriptor of commands) registry.add(descriptor, { perform: () => undefined });
    expect(registry.all()).toHaveLength(commands.length);
  });

  it('runs only what can be used now, and follows the keys that a person chose', () => {
    let ran = 0;
    let able = false;
    const registry = new Registry();
    registry.add({ id: 'a', label, accelerator: 'A' }, { perform: () => void (ran += 1), when: () => able });
    expect(registry.run('a')).toBe(false);
    able = true;
    expect(registry.run('a')).toBe(true);
    expect(ran).toBe(1);
    expect(registry.byKey('A', { a: 'B' })).toBeUndefined();
    expect(registry.byKey('B', { a: 'B' })?.id).toBe('a');
  });
});

describe('reading keys', () => {
  it('writes presses as the table does', () => {
    expect(press('z', { ctrl: true })).toBe('CmdOrCtrl+Z');
    expect(press('Z', { ctrl: true, shift: true })).toBe('CmdOrCtrl+Shift+Z');
    expect(press('!', { ctrl: true, shift: true, code: 'Digit1' })).toBe('CmdOrCtrl+Shift+1');
    expect(press('?', { shift: true })).toBe('?');
    expect(press('a')).toBe('A');
    expect(press('F2')).toBe('F2');
  });

  it('leaves undo and letters to the text being typed, but not save', () => {
    expect(belongsToText('CmdOrCtrl+Z')).toBe(true);
    expect(belongsToText('A')).toBe(true);
    expect(belongsToText('CmdOrCtrl+S')).toBe(false);
    expect(belongsToText('F2')).toBe(false);
  });
});
