import type { ReactNode } from 'react';
import type { StepBatch } from '../../../shared/document/model/node.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';

/** Whether several items are worked on as one, how many, and when a batch starts before it is full. */
export function BatchingFields({ value, onChange }: { readonly value: StepBatch | undefined; readonly onChange: (value: StepBatch | undefined) => void }): ReactNode {
  const say = useSay();
  const size = value?.sizes[0]?.size;
  const wait = value?.firing?.flat().find((test) => test.attribute === 'oldestWait' && (test.comparison === '>=' || test.comparison === '>'));
  const hours = typeof wait?.value === 'number' ? wait.value / 3600 : undefined;
  const firing = (count: number, after: number | undefined): Pick<StepBatch, 'firing'> =>
    ({ firing: [[{ attribute: 'size', comparison: '>=', value: count }], ...(after === undefined ? [] : [[{ attribute: 'oldestWait' as const, comparison: '>=' as const, value: after * 3600 }]])] });
  return (
    <>
      <Field label={say('canvas.batch')}>
        <NumberField label={say('canvas.batch')} value={size} least={1} whole onChange={(next) => onChange(next === undefined || next === 1 ? undefined : { ...value, sizes: [{ size: next, weight: 1 }], ...firing(next, hours) })} />
        <span className="unit">{say('canvas.atOnce')}</span>
      </Field>
      {value === undefined || size === undefined ? null : (
        <>
          <Field label={say('canvas.batchWait')}>
            <NumberField value={hours} onChange={(next) => onChange({ ...value, ...firing(size, next) })} />
            <span className="unit">h</span>
          </Field>
          <Field label={say('canvas.batchMode')}>
            <Select label={say('canvas.batchMode')} value={value.mode ?? 'parallel'} isDefault={value.mode === undefined} choices={(['parallel', 'sequential', 'concurrent'] as const).map((mode) => ({ value: mode, label: say(`canvas.batchMode.${mode}`) }))} onChange={(mode) => onChange({ ...value, mode })} />
          </Field>
          <Field label={say('canvas.batchFactor')}>
            <NumberField value={value.factors?.[0]?.factor ?? 1} isDefault={value.factors === undefined} least={0.01} onChange={(factor) => {
              const { factors: _old, ...rest } = value;
              onChange(factor === undefined || factor === 1 ? rest : { ...rest, factors: [{ size, factor }] });
            }} />
            <span className="unit">×</span>
          </Field>
        </>
      )}
    </>
  );
}
