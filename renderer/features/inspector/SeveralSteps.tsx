import type { ReactNode } from 'react';
import type { Requirement, Step } from '../../../shared/document/model/node.ts';
import { useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel } from '../../hooks/use-window.ts';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { OneInField } from '../../ui/fields/ShareField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { namedChoices, nothing, workerChoices } from './choices.ts';
import { commonValue } from './common-value.ts';
import { More, Section } from './More.tsx';
import { TableField } from './TableField.tsx';
import { editNodes } from './use-edit.ts';

const various = '…';

/** Fields that steps have alike. What is changed is changed for all, and undone for all at once. */
export function SeveralSteps({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const say = useSay();
  const model = useModel();
  const hoursPerDay = useHoursPerDay();
  if (model === undefined) return null;
  const work = steps.filter((step) => step.approval === undefined);
  const note = ({ different }: { readonly different: boolean }): string | undefined => (different ? say('forms.different') : undefined);
  const set = (of: readonly Step[], field: keyof Step, value: unknown): void => void editNodes(of, { [field]: value });
  const requirements = commonValue(work, (step) => step.requirements);
  const only = requirements.value?.length === 1 && requirements.value[0]?.anyOf.length === 1 ? requirements.value[0].anyOf[0] : undefined;
  const worker = only?.team ?? only?.person;
  const mixed = requirements.different || (requirements.value !== undefined && worker === undefined);
  const done = (id: string): Requirement[] => [{ anyOf: [model.teams[id] === undefined ? { person: id } : { team: id }] }];
  const takes = commonValue(work, (step) => step.serviceTime);
  const rework = commonValue(steps, (step) => step.rework);
  const owner = commonValue(steps, (step) => step.owner);
  const systems = commonValue(steps, (step) => step.systems);
  const valueAdding = commonValue(steps, (step) => step.valueAdding === true);
  const automation = commonValue(steps, (step) => step.automation ?? 'manual');
  const outcome = commonValue(steps, (step) => step.outcome ?? nothing);
  return (
    <Section title={say('canvas.stepsChosen', { n: steps.length })}>
      <p className="muted small">{say('forms.appliesToAll', { n: steps.length })}</p>
      {work.length === 0 ? null : (
        <>
          <Field label={say('canvas.doneBy')} note={note({ different: mixed })}>
            <Select label={say('canvas.doneBy')} value={worker ?? nothing} isDefault={worker === undefined} choices={[{ value: nothing, label: mixed ? various : say('canvas.nobodyYet') }, ...workerChoices(model)]}
              onChange={(id) => (id === nothing ? undefined : set(work, 'requirements', done(id)))} />
          </Field>
          <Field label={say('canvas.takes')} note={note(takes)}>
            <DistributionField sizes counts="working" hoursPerDay={hoursPerDay} value={takes.value} onChange={(value) => (value === undefined && takes.different ? undefined : set(work, 'serviceTime', value))} />
          </Field>
        </>
      )}
      <Field label={say('canvas.repeats')} note={note(rework)}><OneInField value={rework.value} onChange={(value) => set(steps, 'rework', value)} /></Field>
      <Field label={say('window.owner')} note={note(owner)}>
        <TextField value={owner.value ?? ''} {...(owner.different ? { placeholder: various } : {})} onChange={(text) => set(steps, 'owner', text === '' ? undefined : text)} />
      </Field>
      <Field label={say('canvas.systems')} note={note(systems)}><TableField table="systems" value={systems.value} onChange={(value) => set(steps, 'systems', value)} /></Field>
      <More>
        <Field label={say('tables.valueAdding')} note={note(valueAdding)}>
          <Select label={say('tables.valueAdding')} value={valueAdding.different ? nothing : valueAdding.value === true ? 'yes' : 'no'} choices={[...(valueAdding.different ? [{ value: nothing, label: various }] : []), { value: 'yes', label: say('tables.yes') }, { value: 'no', label: say('tables.no') }]}
            onChange={(choice) => (choice === nothing ? undefined : set(steps, 'valueAdding', choice === 'yes' ? true : undefined))} />
        </Field>
        <Field label={say('canvas.automation')} note={note(automation)}>
          <Select label={say('canvas.automation')} value={automation.value ?? nothing} choices={[...(automation.different ? [{ value: nothing, label: various }] : []), ...(['manual', 'assisted', 'automatic'] as const).map((value) => ({ value, label: say(`canvas.automation.${value}`) }))]}
            onChange={(choice) => (choice === nothing ? undefined : set(steps, 'automation', choice === 'manual' ? undefined : choice))} />
        </Field>
        <Field label={say('canvas.outcome')} note={note(outcome)}>
          <Select label={say('canvas.outcome')} value={outcome.value ?? nothing} isDefault={outcome.value === undefined} choices={namedChoices(model.outcomes, outcome.different ? various : say('canvas.none'))} onChange={(id) => (id === nothing && outcome.different ? undefined : set(steps, 'outcome', id === nothing ? undefined : id))} />
        </Field>
      </More>
    </Section>
  );
}
