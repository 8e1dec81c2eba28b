import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskPort, type FilePort } from './file-port.ts';
import { save, stampOf } from './save.ts';

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-save-'));
  file = path.join(folder, 'order.crossflow');
});
afterEach(() => rm(folder, { recursive: true }));

const read = (name: string) => readFile(name, 'utf8');
const stampNow = async (name: string) => stampOf(await readFile(name), await stat(name).then(({ mtimeMs }) => ({ modified: mtimeMs })));

/** The real disk, with the power cut at one call: the call does half of its work, and nothing runs after it. */
const cutAt = (call: number): { port: FilePort; calls: () => number; names: readonly string[] } => {
  let count = 0;
  const names: string[] = [];
  const port = Object.fromEntries(
    Object.entries(diskPort).map(([name, act]) => [
      name,
      async (...given: unknown[]) => {
        count += 1;
        names.push(name);
        if (count > call) throw new Error('no power');
        if (count === call) {
          if (name === 'write') await writeFile(String(given[0]), (given[1] as Uint8Array).subarray(0, 3));
          if (name === 'copy') await writeFile(String(given[1]), 'ol');
          throw new Error('power cut');
        }
        return (act as (...all: unknown[]) => unknown)(...given);
      },
    ]),
  ) as unknown as FilePort;
  return { port, calls: () => count, names };
};

describe('save', () => {
  it('writes a new file and answers its stamp', async () => {
    const result = await save(file, 'grüße');
    expect(await read(file)).toBe('grüße');
    expect(result).toEqual({ kind: 'saved', stamp: await stampNow(file) });
    expect(await readdir(folder)).toEqual(['order.crossflow']);
  });

  it('keeps the last content as a backup, and the permissions', async () => {
    await writeFile(file, 'one');
    await chmod(file, 0o600);
    await save(file, 'two', { backup: true });
    await save(file, 'three', { backup: true });
    expect(await read(file)).toBe('three');
    expect(await read(`${file}.bak`)).toBe('two');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('writes through a link', async () => {
    await writeFile(file, 'one');
    const link = path.join(folder, 'link.crossflow');
    await symlink(file, link);
    await save(link, 'two');
    expect(await read(file)).toBe('two');
  });

  it('refuses to overwrite what someone else wrote, even with the same size', async () => {
    await writeFile(file, 'one');
    const expected = await stampNow(file);
    await writeFile(file, 'ONE');
    expect(await save(file, 'mine', { expected })).toEqual({ kind: 'changed' });
    expect(await read(file)).toBe('ONE');
    expect(await readdir(folder)).toEqual(['order.crossflow']);
  });

  it('sees a change that happens while it writes', async () => {
    await writeFile(file, 'one');
    const expected = await stampNow(file);
    const port: FilePort = {
      ...diskPort,
      async write(...given) {
        await diskPort.write(...given);
        await writeFile(file, 'theirs');
      },
    };
    expect(await save(file, 'mine', { expected, port })).toEqual({ kind: 'changed' });
    expect(await read(file)).toBe('theirs');
    expect(await readdir(folder)).toEqual(['order.crossflow']);
  });

  it('saves again after its own save', async () => {
    await writeFile(file, 'one');
    const first = await save(file, 'two', { expected: await stampNow(file) });
    const expected = first.kind === 'saved' ? first.stamp : undefined;
    expect(await save(file, 'three', { expected })).toMatchObject({ kind: 'saved' });
  });

  it('leaves the old or the new file whole when it is cut at any call', async () => {
    await writeFile(file, 'old content');
    const expected = await stampNow(file);
    const whole = cutAt(Infinity);
    await save(path.join(folder, 'other'), 'x');
    await writeFile(file, 'old content');
    await save(file, 'new content', { expected, backup: true, port: whole.port });
    const calls = whole.calls();
    // All that the port can do but clear away, which comes where a save is given up.
    expect(new Set(whole.names)).toEqual(new Set(Object.keys(diskPort).filter((name) => name !== 'remove')));
    const seen = new Set<string>();
    for (let call = 1; call <= calls; call += 1) {
      await writeFile(file, 'old content');
      await rm(`${file}.bak`, { force: true });
      await expect(save(file, 'new content', { expected, backup: true, port: cutAt(call).port })).rejects.toThrow('power cut');
      const found = await read(file);
      expect(['old content', 'new content']).toContain(found);
      const backup = await read(`${file}.bak`).catch(() => 'old content');
      expect(backup).toBe('old content');
      seen.add(found);
    }
    expect(seen).toEqual(new Set(['old content', 'new content']));
  });

  it('leaves theirs whole when it is cut at any call of giving up, and first of all when nothing is left to clear away with', async () => {
    const given = async (): Promise<{ expected: Awaited<ReturnType<typeof stampNow>>; theirs: (port: FilePort) => FilePort }> => {
      await writeFile(file, 'old content');
      const expected = await stampNow(file);
      // Somebody else writes while the new content goes to the disk: the save has to clear away and leave.
      const theirs = (port: FilePort): FilePort => ({
        ...port,
        async write(...all) {
          await port.write(...all);
          await writeFile(file, 'their content');
        },
      });
      return { expected, theirs };
    };
    const first = await given();
    const whole = cutAt(Infinity);
    expect(await save(file, 'new content', { expected: first.expected, backup: true, port: first.theirs(whole.port) })).toEqual({ kind: 'changed' });
    expect(whole.names).toContain('remove');
    for (let call = 1; call <= whole.calls(); call += 1) {
      const { expected, theirs } = await given();
      await expect(save(file, 'new content', { expected, backup: true, port: theirs(cutAt(call).port) })).rejects.toThrow('power cut');
      expect(['old content', 'their content']).toContain(await read(file));
    }
  });
});
