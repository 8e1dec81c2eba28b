// Small models in which an invariant once did not hold, as they were found among generated ones.
import { describe, expect, it } from 'vitest';
import type { Block, Description } from './generated-model.ts';
import { exponential, fixed } from './model-builder.ts';
import { properties } from './properties.ts';

const step = (fields: Partial<Block & { type: 'step' }> = {}): Block => ({ type: 'step', team: 0, hours: fixed(0.25), rework: 0, ...fields });
const plain = { capacity: 1, office: false, fields: {} };
const described = (fields: Partial<Description>): Description => ({ teams: [plain], block: step(), handoffs: [], gapHours: 2, priorities: false, ...fields });

const found: Readonly<Record<string, Description>> = {
  'several things at once under a limit: an item that ends leaves its unit': described({
    teams: [{
      capacity: 2, office: false,
      fields: {
        wipLimit: { limit: 4, whenFull: 'park' }, multitasking: { limit: 2 },
        interrupts: [{ id: 'call', name: 'Call', clock: 'whileBusy', acts: 'queueFirst', every: fixed(3), length: exponential(0.5), perUnit: true }],
      },
    }],
    block: step({ hours: exponential(0.25) }), gapHours: 8,
  }),
  'somebody gives up under a limit: the place is free': described({
    teams: [{ capacity: 2, office: true, fields: { wipLimit: { limit: 6, whenFull: 'park' } } }],
    block: { type: 'loop', part: step({ hours: exponential(0.5) }), again: 0.1 }, patience: exponential(8),
  }),
  'a batch that pays a set-up: every member has its time': described({
    block: { type: 'loop', part: step({ way: 'batch' }), again: 0.1 }, handoffs: [{ setup: fixed(0.25) }],
  }),
  'a batch whose first member asks: the others wait for their turn inside it': described({
    teams: [plain, plain], block: { type: 'sequence', parts: [step({ team: 1 }), step({ way: 'batch' })] },
    handoffs: [{ setup: fixed(0.25), clarification: { probability: { value: 0.4 }, answer: fixed(1) } }],
  }),
};

describe.each(Object.entries(found))('%s', (_, model) => {
  it.each(properties.map((property) => ({ title: property.name, property })))('$title', ({ property }) => {
    expect(property.faults(model)).toEqual([]);
  });
});
