import { describe, expect, it } from 'vitest';
import type { DemandClass } from '../../document/model/demand.ts';
import type { Model } from '../../document/model/model.ts';
import { say } from '../../language/say.ts';
import { boundaryName, doerName, nounOf, pluralOf } from './evidence.ts';
import { sampleModel } from './sample-evidence.ts';

/** A model with processes "request" and "order" (plural "orders to fill"), and a class of demand for each start given. */
const trading = (...starts: readonly ('request' | 'order' | 'nowhere')[]): Model => {
  const position = { x: 0, y: 0 };
  return {
    ...sampleModel(),
    processes: {
      request: { id: 'request', name: 'R', lanes: [], itemNoun: 'claim' },
      order: { id: 'order', name: 'O', lanes: [], itemNoun: 'order', itemNounPlural: 'orders to fill' },
    },
    nodes: Object.fromEntries(['request', 'order'].map((process) => [`at-${process}`, { kind: 'start', id: `at-${process}`, process, position }])),
    demandClasses: Object.fromEntries(starts.map((start, at): [string, DemandClass] => [`d${at}`, { id: `d${at}`, name: `D${at}`, start: `at-${start}` }])),
  };
};

describe('what the items are called', () => {
  it('is the noun of the process with the most demand', () => {
    expect(nounOf(trading('request', 'order', 'order'))).toBe('order');
    expect(nounOf(trading('order', 'request', 'request'))).toBe('claim');
    expect(nounOf(trading('order', 'request'))).toBe('order');
  });

  it('is that of the first process where no demand is known, else the published default', () => {
    expect(nounOf(trading())).toBe('claim');
    expect(nounOf(trading('nowhere', 'nowhere', 'order'))).toBe('order');
    expect(nounOf({ ...trading(), processes: {} })).toBe('request');
    expect(nounOf({ ...trading(), processes: { p: { id: 'p', name: 'P', lanes: [] } } })).toBe('request');
  });

  it('has the plural that its process names, else an s', () => {
    expect(pluralOf(trading('order'))).toBe('orders to fill');
    expect(pluralOf(trading('request'))).toBe('claims');
    expect(pluralOf({ ...trading(), processes: {} })).toBe('requests');
    expect(pluralOf({ ...trading(), processes: { p: { id: 'p', name: 'P', lanes: [], itemNounPlural: 'cases' } } })).toBe('cases');
  });
});

describe('who does something', () => {
  it('goes by name; the end that is nobody is outside', () => {
    expect([say(doerName(sampleModel(), 'cab')), say(doerName(sampleModel(), 'outside')), say(boundaryName(sampleModel(), 'outside', 'security'))]).toEqual([
      'Change board', 'Outside', 'Outside → Security',
    ]);
  });
});
