import { describe, expect, it } from 'vitest';
import { say } from '../../language/say.ts';
import { causeNames, causesOf, groupNames, groupTimes, timeGroups } from './groups.ts';
import { causes } from './measures.ts';
import { attributionOf } from './sample-evidence.ts';

describe('the groups of the time bar', () => {
  it('have every cause in exactly one of them', () => {
    expect(timeGroups.flatMap((group) => causesOf[group]).toSorted()).toEqual(causes.toSorted());
  });

  it('are called as the window calls them', () => {
    expect(timeGroups.map((group) => say({ id: groupNames[group] }))).toEqual([
      'Worked on', 'Handing over', 'Closed', 'Team busy', 'Waiting for a yes or an answer', 'Done again', 'Planned wait',
    ]);
  });

  it('name the causes beneath them', () => {
    expect(timeGroups.map((group) => causesOf[group].map((cause) => say({ id: causeNames[cause] })))).toEqual([
      ['Worked on'], ['Waiting for a batch or a fixed time', 'On its way', 'Getting into it'], ['Closed'],
      ['Kept out by a limit', 'Unplanned and other work', 'Overtaken by other work', 'In the queue'],
      ['Waiting for a decision', 'Waiting for information', 'Questions back'], ['Done again'], ['Planned wait'],
    ]);
  });

  it('sum the seconds of their causes', () => {
    const [worked, handing] = groupTimes(attributionOf({ service: 1, batch: 2, transfer: 4, setup: 8, queue: 16 }));
    expect(worked).toEqual({ group: 'worked', seconds: 1, causes: [{ cause: 'service', seconds: 1 }] });
    expect(handing).toEqual({ group: 'handing', seconds: 14, causes: [{ cause: 'batch', seconds: 2 }, { cause: 'transfer', seconds: 4 }, { cause: 'setup', seconds: 8 }] });
  });
});
