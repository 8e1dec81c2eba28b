import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { weekdays } from '../../../shared/document/model/fields.ts';
import type { StepBatch } from '../../../shared/document/model/node.ts';
import { DurationField } from '../../ui/fields/DurationField.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { RuleGroups } from './RuleGroups.tsx';
import { secondsPer, type Duration } from '../../../shared/language/units.ts';

type Firing = NonNullable<StepBatch['firing']>;
type FiringTest = Firing[number][number];

const attributes = ['size', 'oldestWait', 'youngestWait', 'hour', 'weekday'] as const;
const comparisons = ['=', '<', '<=', '>', '>='] as const;
const names = { '=': 'is', '<': 'below', '<=': 'atMost', '>': 'above', '>=': 'atLeast' } as const;
const start: FiringTest = { attribute: 'size', comparison: '>=', value: 2 };

const startOf = (attribute: FiringTest['attribute']): FiringTest => ({ attribute, comparison: attribute === 'weekday' ? '=' : '>=', value: attribute === 'weekday' ? 'mon' : attribute === 'hour' ? 9 : attribute === 'size' ? 2 : 3600 });

/** Seconds as the largest unit of which they are a whole number, hours at most. */
const asDuration = (seconds: number): Duration => (seconds % 3600 === 0 ? { value: seconds / 3600, unit: 'h' } : seconds % 60 === 0 ? { value: seconds / 60, unit: 'min' } : { value: seconds, unit: 's' });

/** When a batch starts: any of the groups, all of the tests of a group. */
export function FiringField({ value = [], onChange }: { readonly value: Firing | undefined; readonly onChange: (value: Firing | undefined) => void }): ReactNode {
  const say = useSay();
  return (
    <RuleGroups
      label={say('forms.startsWhen')}
      groups={value}
      first={start}
      add={say(value.length === 0 ? 'forms.addFiring' : 'forms.orElse')}
      line={(test, change) => <FiringLine test={test} onChange={change} />}
      onChange={(groups) => onChange(groups.length === 0 ? undefined : groups)}
    />
  );
}

function FiringLine({ test, onChange }: { readonly test: FiringTest; readonly onChange: (test: FiringTest | undefined) => void }): ReactNode {
  const say = useSay();
  const waits = test.attribute === 'oldestWait' || test.attribute === 'youngestWait';
  const number = typeof test.value === 'number' ? test.value : 0;
  return (
    <>
      <div className="line">
        <Select label={say('forms.attribute')} value={test.attribute} choices={attributes.map((one) => ({ value: one, label: say(`forms.firing.${one}`) }))} onChange={(attribute) => onChange(startOf(attribute))} />
        <IconButton label={say('forms.takeAway')} side="left" onClick={() => onChange(undefined)}><X size={13} /></IconButton>
      </div>
      <div className="line">
        <Select label={say('forms.comparison')} value={test.comparison} choices={comparisons.map((one) => ({ value: one, label: say(`forms.compare.${names[one]}`) }))} onChange={(comparison) => onChange({ ...test, comparison })} />
        {test.attribute === 'weekday' ? (
          <Select label={say('forms.value')} value={typeof test.value === 'string' ? test.value : (weekdays[number] ?? 'mon')} choices={weekdays.map((day) => ({ value: day, label: say(`canvas.longDay.${day}`) }))} onChange={(day) => onChange({ ...test, value: day })} />
        ) : waits ? (
          <DurationField label={say('forms.value')} counts="elapsed" hoursPerDay={24} echo={false} value={asDuration(number)} onChange={(wait) => (wait === undefined ? undefined : onChange({ ...test, value: wait.value * secondsPer(wait.unit, 'elapsed', 24) }))} />
        ) : (
          <>
            <NumberField label={say('forms.value')} value={number} whole {...(test.attribute === 'hour' ? { most: 23 } : { least: 1 })} onChange={(value) => (value === undefined ? undefined : onChange({ ...test, value }))} />
            <span className="unit">{test.attribute === 'hour' ? say('forms.oClock') : ''}</span>
          </>
        )}
      </div>
    </>
  );
}
