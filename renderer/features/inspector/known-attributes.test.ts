import { describe, expect, it } from 'vitest';
import { sampleModel } from '../../../shared/document/testing/sample.ts';
import { knownAttributes, readTestValue, valueFor, writeTestValue } from './known-attributes.ts';

describe('attributes', () => {
  it('are known with their words, wherever they are set', () => {
    const model = sampleModel();
    model.demandClasses['changes'] = { ...model.demandClasses['changes']!, attributes: [{ type: 'choice', name: 'size', choices: [{ value: 'small', weight: 1 }] }, { type: 'number', name: 'amount', distribution: { type: 'fixed', value: 1 } }] };
    const build = model.nodes['build'];
    if (build?.kind !== 'step') throw new Error('no step');
    model.nodes['build'] = { ...build, sets: [{ type: 'choice', name: 'size', choices: [{ value: 'large', weight: 1 }] }] };
    expect([...knownAttributes(model)]).toEqual([['size', ['small', 'large']], ['amount', undefined]]);
  });
});

describe('the value of a test', () => {
  it.each([['5', '>', 5], ['1,5', '<', 1.5], [' small ', '=', 'small'], ['2; 5', 'in', [2, 5]], ['small, large', 'in', ['small', 'large']]] as const)('%j with %s is %j', (text, comparison, value) => {
    expect(readTestValue(text, comparison)).toEqual(value);
    expect(readTestValue(writeTestValue(value as never), comparison)).toEqual(value);
  });

  it.each([['', '='], ['5; 2', 'in'], ['1; 2; 3', 'in'], ['1; small', 'in']] as const)('%j with %s is refused', (text, comparison) => {
    expect(readTestValue(text, comparison)).toBeUndefined();
  });

  it('goes along when the comparison changes', () => {
    expect(valueFor('in', 'small')).toEqual(['small']);
    expect(valueFor('in', 4)).toEqual([4, 4]);
    expect(valueFor('=', ['small', 'large'])).toBe('small');
  });
});
