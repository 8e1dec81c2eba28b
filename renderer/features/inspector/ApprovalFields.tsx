import type { ReactNode } from 'react';
import { defaults } from '../../../shared/document/model/defaults.ts';
import type { Step } from '../../../shared/document/model/node.ts';
import type { Approval } from '../../../shared/document/model/organisation.ts';
import { useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel } from '../../hooks/use-window.ts';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Select } from '../../ui/Select.tsx';
import { CadenceField } from './CadenceField.tsx';
import { nothing, workerChoices } from './choices.ts';
import { Section } from './More.tsx';
import { editNode } from './use-edit.ts';

/** Who decides, and when: any time after a while, or in a meeting. */
export function ApprovalFields({ step, approval }: { readonly step: Step; readonly approval: Approval }): ReactNode {
  const say = useSay();
  const model = useModel();
  const hoursPerDay = useHoursPerDay();
  if (model === undefined) return null;
  const { when } = approval;
  const set = (next: Approval): void => void editNode(step, { approval: next });
  const counts = when.type === 'anyTime' ? (when.counts ?? defaults.approval.counts) : defaults.approval.counts;
  return (
    <Section title={say('canvas.decision')}>
      <Field label={say('canvas.decider')} error={approval.decider === undefined ? say('canvas.needsDecider') : undefined}>
        <Select label={say('canvas.decider')} value={approval.decider ?? nothing} isDefault={approval.decider === undefined} choices={[{ value: nothing, label: say('canvas.nobodyYet') }, ...workerChoices(model)]}
          onChange={(id) => set({ when, ...(id === nothing ? {} : { decider: id }) })} />
      </Field>
      <Field label={say('canvas.decides')} layout="stacked">
        <Segments label={say('canvas.decides')} value={when.type} choices={(['anyTime', 'meeting'] as const).map((value) => ({ value, label: say(`canvas.decides.${value}`) }))}
          onChange={(type) => set({ ...approval, when: type === 'anyTime' ? { type } : { type, cadence: { type: 'weekly', days: ['tue'], at: '10:00' } } })} />
      </Field>
      {when.type === 'anyTime' ? (
        <>
          <Field label={say('canvas.after')}>
            <DistributionField counts={counts} hoursPerDay={hoursPerDay} assumed="d" value={when.after} onChange={(after) => {
              const { after: _old, ...rest } = when;
              set({ ...approval, when: { ...rest, ...(after === undefined ? {} : { after }) } });
            }} />
          </Field>
          <CountsField value={when.counts} fallback={defaults.approval.counts} onChange={(next) => set({ ...approval, when: { ...when, counts: next } })} />
        </>
      ) : (
        <>
          <Field label={say('canvas.meets')}>
            <CadenceField value={when.cadence} onChange={(cadence) => (cadence === undefined ? undefined : set({ ...approval, when: { ...when, cadence } }))} />
          </Field>
          <Field label={say('canvas.atMost')}>
            <NumberField value={when.atMost} least={1} whole placeholder={say('canvas.all')} onChange={(atMost) => {
              const { atMost: _old, ...rest } = when;
              set({ ...approval, when: { ...rest, ...(atMost === undefined ? {} : { atMost }) } });
            }} />
            <span className="unit">{say('canvas.cases')}</span>
          </Field>
        </>
      )}
    </Section>
  );
}

/** Whether a time runs in working hours or by the wall clock. */
export function CountsField({ value, fallback, onChange }: { readonly value: 'elapsed' | 'working' | undefined; readonly fallback: 'elapsed' | 'working'; readonly onChange: (value: 'elapsed' | 'working') => void }): ReactNode {
  const say = useSay();
  return (
    <Field label={say('canvas.counts')}>
      <Select label={say('canvas.counts')} value={value ?? fallback} isDefault={value === undefined} choices={(['working', 'elapsed'] as const).map((one) => ({ value: one, label: say(`canvas.counts.${one}`) }))} onChange={onChange} />
    </Field>
  );
}
