import { describe, expect, it } from 'vitest';
import { memoryHost } from './memory-host.ts';

function setUp(picked: readonly File[] = []) {
  const stored = new Map<string, string>();
  const downloads: string[] = [];
  const around = {
    pick: () => Promise.resolve(picked),
    download: (name: string) => void downloads.push(name),
    store: { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => void stored.set(key, value) },
  };
  return { host: memoryHost(around), again: () => memoryHost(around), downloads };
}

describe('the in-memory host', () => {
  it('keeps what was saved, and hands a first save to the downloads', async () => {
    const { host, downloads } = setUp();
    const saved = await host.request('document:save-as', { suggestedName: 'A.crossflow', filters: [], text: '{}' });
    if (!saved.ok || saved.value.kind !== 'saved') throw new Error('not saved');
    const read = await host.request('document:read', { path: saved.value.path });
    expect(read.ok && new TextDecoder().decode(read.value.bytes)).toBe('{}');
    expect(downloads).toEqual(['A.crossflow']);
  });

  it('does not overwrite what changed meanwhile', async () => {
    const { host } = setUp();
    const first = await host.request('document:save-as', { suggestedName: 'A.crossflow', filters: [], text: '1' });
    if (!first.ok || first.value.kind !== 'saved') throw new Error('not saved');
    const { path, stamp } = first.value;
    await host.request('document:save', { path, text: '2', expected: stamp });
    const late = await host.request('document:save', { path, text: '3', expected: stamp });
    expect(late.ok && late.value.kind).toBe('changed');
  });

  it('lays a parameter file beside the model it belongs to', async () => {
    const { host } = setUp([new File(['<xml/>'], 'Order.bpmn'), new File(['{}'], 'Order.json')]);
    const opened = await host.request('document:open', { filters: [], several: true });
    expect(opened.ok && opened.value.map((file) => [file.name, file.companions.map((one) => one.name)])).toEqual([['Order.bpmn', ['Order.json']]]);
  });

  it('remembers settings and journals over a restart', async () => {
    const { host, again } = setUp();
    await host.request('settings:set', { theme: 'dark' });
    await host.request('journal:append', { id: 'a', text: 'x', fresh: false });
    await host.request('journal:append', { id: 'a', text: 'y', fresh: false });
    const later = again();
    expect((await later.request('settings:get', {})).theme).toBe('dark');
    const journals = await later.request('journal:list', {});
    expect(journals.ok && journals.value.map((one) => one.text)).toEqual(['xy']);
  });
});
