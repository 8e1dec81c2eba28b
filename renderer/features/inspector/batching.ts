import type { StepBatch } from '../../../shared/document/model/node.ts';

/** What the plain fields say of a batch: so many at once, and after how many seconds it starts before it is full. */
export interface PlainBatch {
  readonly size: number;
  readonly wait: number | undefined;
}

export const plainFiring = ({ size, wait }: PlainBatch): NonNullable<StepBatch['firing']> => [
  [{ attribute: 'size', comparison: '>=', value: size }],
  ...(wait === undefined ? [] : [[{ attribute: 'oldestWait' as const, comparison: '>=' as const, value: wait }]]),
];

/** A batch in the words of the plain fields; undefined where it has rules or sizes that they cannot say. */
export function plainBatch({ sizes, firing }: StepBatch): PlainBatch | undefined {
  const [only, ...more] = sizes;
  if (only === undefined || more.length > 0) return undefined;
  const [first, second, ...others] = firing ?? [];
  const isSize = first === undefined || (first.length === 1 && first[0]?.attribute === 'size' && first[0].comparison === '>=' && first[0].value === only.size);
  const wait = second?.[0];
  const isWait = second === undefined || (second.length === 1 && wait?.attribute === 'oldestWait' && (wait.comparison === '>=' || wait.comparison === '>') && typeof wait.value === 'number');
  return isSize && isWait && others.length === 0 ? { size: only.size, wait: typeof wait?.value === 'number' ? wait.value : undefined } : undefined;
}
