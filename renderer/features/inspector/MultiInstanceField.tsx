import type { ReactNode } from 'react';
import type { Step } from '../../../shared/document/model/node.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { PlainDistributionField } from '../../ui/fields/PlainDistributionField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';

type MultiInstance = NonNullable<Step['multiInstance']>;

/** How often the step is done for one item: once, or several times at once or one after the other. */
export function MultiInstanceField({ value, onChange }: { readonly value: MultiInstance | undefined; readonly onChange: (value: MultiInstance | undefined) => void }): ReactNode {
  const say = useSay();
  return (
    <Field label={say('canvas.instances')}>
      <Select
        label={say('canvas.instances')}
        value={value?.mode ?? 'once'}
        isDefault={value === undefined}
        choices={(['once', 'parallel', 'sequence'] as const).map((mode) => ({ value: mode, label: say(`canvas.instances.${mode}`) }))}
        onChange={(mode) => onChange(mode === 'once' ? undefined : { mode, count: value?.count ?? { type: 'fixed', value: 2, provenance: 'estimated' } })}
      />
      {value === undefined ? null : (
        <>
          <PlainDistributionField label={say('canvas.instancesCount')} value={value.count} least={1} unit="×" onChange={(count) => (count === undefined ? undefined : onChange({ ...value, count }))} />
        </>
      )}
    </Field>
  );
}
