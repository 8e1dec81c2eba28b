import { describe, expect, it } from 'vitest';
import { guessPartyKind, matchingLanes, readLaneNames, readTypedName } from './typed-names.ts';

describe('names that people type', () => {
  it('reads a list of lanes once each', () => {
    expect(readLaneNames('Business, IT; Security,\nit, ')).toEqual(['Business', 'IT', 'Security']);
  });

  it('guesses who is a vendor or a platform', () => {
    expect(['Cloud vendor', 'HR portal', 'Change board'].map(guessPartyKind)).toEqual(['vendor', 'platform', 'department']);
  });

  it('takes the lane from behind the @, but leaves addresses alone', () => {
    expect(readTypedName('Assess risk @Security')).toEqual({ name: 'Assess risk', lane: 'Security' });
    expect(readTypedName('Assess @')).toEqual({ name: 'Assess', lane: '' });
    expect(readTypedName('Write to a@b.ch')).toEqual({ name: 'Write to a@b.ch' });
  });

  it('finds lanes from their first letters', () => {
    const lanes = [{ name: 'Change board' }, { name: 'Business' }, { name: 'IT' }];
    expect(matchingLanes(lanes, 'b').map((lane) => lane.name)).toEqual(['Business', 'Change board']);
    expect(matchingLanes(lanes, 'x')).toEqual([]);
  });
});
