import { describe, expect, it } from 'vitest';
import { acceleratorOf, commands } from '../../shared/contract/commands.ts';
import { commandTable } from './table.ts';
import { canHaveOwnKey, holderOf, isReserved, keyAsItCame, withKey, type OwnKeys } from './own-keys.ts';

const shared = (keys: OwnKeys): readonly string[] => {
  const used = commands.map((command) => acceleratorOf(command, keys)).filter((key) => key !== undefined);
  return used.filter((key, index) => used.indexOf(key) !== index);
};

describe('keys of one\'s own', () => {
  it('names who has a key, under any spelling', () => {
    expect(holderOf(commands, {}, 'CmdOrCtrl+S', 'document.new')?.id).toBe('document.save');
    expect(holderOf(commands, {}, 'CmdOrCtrl+S', 'document.save')).toBeUndefined();
    expect(holderOf(commands, {}, 'CmdOrCtrl+Y', 'document.new')?.id).toBe('edit.redo');
    expect(holderOf(commands, { 'document.save': 'F8' }, 'CmdOrCtrl+S', 'document.new')).toBeUndefined();
    expect(holderOf(commands, { 'document.save': 'F8' }, 'F8', 'document.new')?.id).toBe('document.save');
  });

  it('takes a key over from whoever has it, so that no two commands ever share one', () => {
    const taken = withKey(commands, {}, 'document.new', 'CmdOrCtrl+S');
    expect(taken).toEqual({ 'document.new': 'CmdOrCtrl+S', 'document.save': '' });
    expect(shared(taken)).toEqual([]);
    const back = withKey(commands, taken, 'document.save', keyAsItCame(commands, 'document.save'));
    expect(back).toEqual({ 'document.new': '' });
    expect(shared(back)).toEqual([]);
    expect(withKey(commands, back, 'document.new', keyAsItCame(commands, 'document.new'))).toEqual({});
  });

  it('lets several commands go without a key', () => {
    const none = withKey(commands, withKey(commands, {}, 'document.new', ''), 'document.save', '');
    expect(none).toEqual({ 'document.new': '', 'document.save': '' });
  });

  it('keeps what leaves and moves the focus', () => {
    expect(['Escape', 'Tab', 'CmdOrCtrl+R'].every(isReserved)).toBe(true);
    expect(commandTable().all().filter((command) => !canHaveOwnKey(command)).map(({ id }) => id)).toEqual(['canvas.escape']);
  });
});
