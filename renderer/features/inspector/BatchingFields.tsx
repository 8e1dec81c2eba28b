import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StepBatch } from '../../../shared/document/model/node.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { plainBatch, plainFiring } from './batching.ts';
import { FiringField } from './FiringField.tsx';
import { More } from './More.tsx';

/** A batch without one of its fields where that is undefined. */
function withField<K extends 'mode' | 'factors' | 'firing'>(batch: StepBatch, key: K, value: StepBatch[K]): StepBatch {
  const { [key]: _old, ...rest } = batch;
  return { ...rest, ...(value === undefined ? {} : { [key]: value }) } as unknown as StepBatch;
}

/** Whether several items are worked on as one, how many, and when a batch starts before it is full. */
export function BatchingFields({ value, onChange }: { readonly value: StepBatch | undefined; readonly onChange: (value: StepBatch | undefined) => void }): ReactNode {
  const say = useSay();
  const plain = value === undefined ? undefined : plainBatch(value);
  const most = value === undefined ? undefined : Math.max(...value.sizes.map(({ size }) => size));
  const factor = value?.factors?.length === 1 ? value.factors[0]?.factor : undefined;
  return (
    <>
      <Field label={say('canvas.batch')}>
        <NumberField label={say('canvas.batch')} value={most} least={1} whole onChange={(size) => onChange(size === undefined || size === 1 ? undefined : {
          ...value, sizes: [{ size, weight: 1 }], ...(value === undefined || plain !== undefined ? { firing: plainFiring({ size, wait: plain?.wait }) } : {}),
        })} />
        <span className="unit">{say('canvas.atOnce')}</span>
      </Field>
      {value === undefined || most === undefined ? null : (
        <>
          {plain === undefined ? null : (
            <Field label={say('canvas.batchWait')}>
              <NumberField value={plain.wait === undefined ? undefined : plain.wait / 3600} onChange={(hours) => onChange({ ...value, firing: plainFiring({ size: plain.size, wait: hours === undefined ? undefined : hours * 3600 }) })} />
              <span className="unit">h</span>
            </Field>
          )}
          <Field label={say('canvas.batchMode')}>
            <Select label={say('canvas.batchMode')} value={value.mode ?? 'parallel'} isDefault={value.mode === undefined} choices={(['parallel', 'sequential', 'concurrent'] as const).map((mode) => ({ value: mode, label: say(`canvas.batchMode.${mode}`) }))} onChange={(mode) => onChange({ ...value, mode })} />
          </Field>
          {value.factors === undefined || value.factors.length === 1 ? (
            <Field label={say('canvas.batchFactor')}>
              <NumberField value={factor ?? 1} isDefault={value.factors === undefined} least={0.01} onChange={(next) => onChange(withField(value, 'factors', next === undefined || next === 1 ? undefined : [{ size: value.factors?.[0]?.size ?? most, factor: next }]))} />
              <span className="unit">×</span>
            </Field>
          ) : null}
          <More label={say('forms.moreBatch')}>
            <Field label={say('forms.startsWhen')} layout="stacked"><FiringField value={value.firing} onChange={(firing) => onChange(withField(value, 'firing', firing))} /></Field>
            <Pairs label={say('forms.sizesDrawn')} add={say('forms.addSize')} first={say('forms.size')} second={say('forms.weight')} unit="" value={value.sizes.map(({ size, weight }) => [size, weight])} least={1} start={[most + 1, 1]}
              onChange={(pairs) => onChange({ ...value, sizes: pairs.map(([size, weight]) => ({ size, weight })) })} />
            <Pairs label={say('forms.factorBySize')} add={say('forms.addFactor')} first={say('forms.fromSize')} second={say('canvas.batchFactor')} unit="×" value={value.factors?.map((one) => [one.size, one.factor]) ?? []} least={0} start={[most, 1]}
              onChange={(pairs) => onChange(withField(value, 'factors', pairs.length === 0 ? undefined : pairs.map(([size, by]) => ({ size, factor: by }))))} />
          </More>
        </>
      )}
    </>
  );
}

interface PairsProps {
  readonly label: string;
  readonly add: string;
  readonly first: string;
  readonly second: string;
  readonly unit: string;
  readonly value: readonly (readonly [number, number])[];
  /** Fewest lines there may be. */
  readonly least: number;
  readonly start: readonly [number, number];
  readonly onChange: (value: readonly (readonly [number, number])[]) => void;
}

/** Lines of a size and what goes with it. */
function Pairs({ label, add, first, second, unit, value, least, start, onChange }: PairsProps): ReactNode {
  const say = useSay();
  const set = (at: number, pair: readonly [number, number]): void => onChange(value.map((old, place) => (place === at ? pair : old)));
  return (
    <Field label={label} layout="stacked">
      <div className="lines" role="group" aria-label={label}>
        {value.map(([one, other], at) => (
          <div key={at} className="line">
            <span className="unit">{first}</span>
            <NumberField label={first} value={one} least={1} whole onChange={(next) => (next === undefined ? undefined : set(at, [next, other]))} />
            <span className="unit">{second}</span>
            <NumberField label={second} value={other} least={unit === '' ? 0 : 0.001} onChange={(next) => (next === undefined ? undefined : set(at, [one, next]))} />
            <span className="unit">{unit}</span>
            {value.length <= least ? null : <IconButton label={say('forms.takeAway')} side="left" onClick={() => onChange(value.filter((_, place) => place !== at))}><X size={13} /></IconButton>}
          </div>
        ))}
        <LinkButton onClick={() => onChange([...value, start])}><Plus size={12} /> {add}</LinkButton>
      </div>
    </Field>
  );
}
