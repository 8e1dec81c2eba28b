import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../shared/document/model/flow.ts';
import { shareWhatIsLeft } from './share-left.ts';

const branch = (id: string, probability?: number): Flow => ({ id, process: 'p', from: 'g', to: id, ...(probability === undefined ? {} : { probability: { value: probability } }) });

describe('share what is left', () => {
  it('goes to the branches without a share', () => {
    expect([...shareWhatIsLeft([branch('a', 0.7), branch('b'), branch('c')])]).toEqual([['b', expect.closeTo(0.15)], ['c', expect.closeTo(0.15)]]);
  });

  it('scales where all have one', () => {
    expect([...shareWhatIsLeft([branch('a', 0.6), branch('b', 0.6)])]).toEqual([['a', 0.5], ['b', 0.5]]);
  });

  it('changes nothing that adds up', () => {
    expect(shareWhatIsLeft([branch('a', 0.4), branch('b', 0.6)]).size).toBe(0);
  });
});
