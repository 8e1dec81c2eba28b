import { describe, expect, it } from 'vitest';
import { ownersText, ownersTyped } from './owners.ts';

describe('owners', () => {
  it.each([
    ['Ada', { owner: 'Ada', owners: undefined }],
    ['Ada, Ben; Cleo', { owner: 'Ada', owners: ['Ben', 'Cleo'] }],
    ['', { owner: undefined, owners: undefined }],
    ['Ada, Ada', { owner: 'Ada', owners: undefined }],
  ])('%j', (text, fields) => {
    expect(ownersTyped(text)).toEqual(fields);
    expect(ownersTyped(ownersText(fields as never))).toEqual(fields);
  });
});
