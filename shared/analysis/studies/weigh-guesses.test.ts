import { describe, expect, it } from 'vitest';
import type { Model } from '../../document/model/model.ts';
import { sampleModel } from '../readings/sample-evidence.ts';
import { weighGuesses } from './weigh-guesses.ts';

const meanOf = (model: Model): number => {
  const step = model.nodes['assess'];
  return step?.kind === 'step' && step.serviceTime?.type === 'exponential' ? step.serviceTime.mean : 0;
};
const shareOf = (model: Model, flow: string): number => model.flows[flow]?.probability?.value ?? 0;

describe('guesses, weighed', () => {
  it('stand in the order in which they move the answer, by their own ranges', () => {
    // An estimated time is uncertain by a quarter, an assumed share by half; the time counts 3 times as much.
    const weighed = weighGuesses(sampleModel(), (model) => 30 * meanOf(model) + 10 * shareOf(model, 'f4'));
    expect(weighed.map(({ element }) => element)).toEqual(['assess', 'f3', 'f4']);
    expect(weighed[0]?.swing).toBeCloseTo(30 * 2 * 0.5, 9);
    expect(weighed[2]?.swing).toBeCloseTo(10 * 0.2, 9);
    const otherwise = weighGuesses(sampleModel(), (model) => meanOf(model) + 100 * shareOf(model, 'f4'));
    expect(otherwise.map(({ element }) => element)).toEqual(['f3', 'f4', 'assess']);
  });

  it('are tried in the order of the file, and only so many', () => {
    const model = sampleModel();
    const step = model.nodes['assess']!;
    for (let index = 0; index < 200; index += 1) model.nodes[`more-${index}`] = { ...step, id: `more-${index}` };
    let tried = 0;
    const weighed = weighGuesses(model, () => (tried += 1));
    expect([tried, weighed.length]).toEqual([1 + 2 * 120, 120]);
  });

  it('are left out where they move nothing, and come first where an end has no answer', () => {
    expect(weighGuesses(sampleModel(), (model) => shareOf(model, 'f4')).map(({ element }) => element)).not.toContain('assess');
    const weighed = weighGuesses(sampleModel(), (model) => (meanOf(model) > 2.2 ? null : shareOf(model, 'f4')));
    expect(weighed[0]).toMatchObject({ element: 'assess', swing: null });
    expect(weighGuesses(sampleModel(), (model) => (meanOf(model) < 1.8 ? null : 50 * shareOf(model, 'f4')))[0]).toMatchObject({ element: 'assess', swing: null });
  });

  it('are none where the model itself has no answer', () => {
    expect(weighGuesses(sampleModel(), () => null)).toEqual([]);
  });
});
