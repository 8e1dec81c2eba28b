import { expect, it } from 'vitest';
import { host } from '../host/host.ts';
import { offerRecovery } from './files.ts';
import { state } from './window-store.ts';

it('keeps a journal that it cannot read, and says where', async () => {
  await host().request('journal:append', { id: 'tab-newer', text: '{"journal":"crossflow 9"}\n', fresh: true });
  await offerRecovery();
  const { dialog } = state();
  expect(dialog?.kind === 'failure' && dialog.failure.message).toMatchObject({ id: 'window.journalKept', values: { file: 'memory:/tab-newer.journal' } });
  const listed = await host().request('journal:list', {});
  expect(listed.ok && listed.value).toEqual([]);
});
