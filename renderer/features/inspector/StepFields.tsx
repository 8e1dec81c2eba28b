import type { ReactNode } from 'react';
import type { Requirement, Step } from '../../../shared/document/model/node.ts';
import { useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel } from '../../hooks/use-window.ts';
import { Check } from '../../ui/Check.tsx';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { ownersText, ownersTyped } from '../../store/owners.ts';
import { ApprovalFields } from './ApprovalFields.tsx';
import { AttributesField } from './AttributesField.tsx';
import { BatchingFields } from './BatchingFields.tsx';
import { namedChoices, nothing } from './choices.ts';
import { More, Section } from './More.tsx';
import { MultiInstanceField } from './MultiInstanceField.tsx';
import { RequirementsField } from './RequirementsField.tsx';
import { OneInField } from '../../ui/fields/ShareField.tsx';
import { TableField } from './TableField.tsx';
import { editNode } from './use-edit.ts';

/** Who does a step, how long it takes, and what else the simulation reads of it. */
export function StepFields({ step }: { readonly step: Step }): ReactNode {
  const say = useSay();
  const model = useModel();
  const hoursPerDay = useHoursPerDay();
  if (model === undefined) return null;
  const noTime = step.approval === undefined && step.serviceTime === undefined && !(step.requirements?.[0]?.anyOf.every((one) => one.serviceTime !== undefined) ?? false);
  const noTeam = step.approval === undefined && step.requirements === undefined && step.automation !== 'automatic';
  return (
    <>
      {step.approval === undefined ? null : <ApprovalFields step={step} approval={step.approval} />}
      <Section title={say(step.approval === undefined ? 'canvas.work' : 'canvas.preparation')}>
        <Field label={say('canvas.doneBy')} error={noTeam ? say('canvas.needsTeam') : undefined}>
          <RequirementsField value={step.requirements} onChange={(requirements: Requirement[] | undefined) => void editNode(step, { requirements })} />
        </Field>
        <Field label={say('canvas.takes')} error={noTime ? say('canvas.needsTime') : undefined}>
          <DistributionField sizes counts="working" hoursPerDay={hoursPerDay} value={step.serviceTime} onChange={(serviceTime) => void editNode(step, { serviceTime })} />
        </Field>
        <Field label={say('canvas.repeats')} note={say('canvas.repeatsNote')}>
          <OneInField value={step.rework} onChange={(rework) => void editNode(step, { rework })} />
        </Field>
        <Field label={say('window.owner')}>
          <TextField value={ownersText(step)} onChange={(text) => void editNode(step, ownersTyped(text))} />
        </Field>
      </Section>
      <Section title={say('canvas.informationTitle')}>
        <Field label={say('canvas.systems')}><TableField table="systems" value={step.systems} onChange={(systems) => void editNode(step, { systems })} /></Field>
        <Field label={say('canvas.reads')}><TableField table="dataObjects" value={step.reads} onChange={(reads) => void editNode(step, { reads })} /></Field>
        <Field label={say('canvas.writes')}><TableField table="dataObjects" value={step.writes} onChange={(writes) => void editNode(step, { writes })} /></Field>
        <Field label={say('canvas.queryTime')} note={say('canvas.queryTimeNote')}>
          <DistributionField counts="working" hoursPerDay={hoursPerDay} alone="fixed" value={step.queryTime} onChange={(queryTime) => void editNode(step, { queryTime })} />
        </Field>
      </Section>
      <Section>
        <More>
          <Check label={say('canvas.valueAdding')} checked={step.valueAdding === true} onChange={(on) => void editNode(step, { valueAdding: on ? true : undefined })} />
          <Field label={say('canvas.automation')}>
            <Select label={say('canvas.automation')} value={step.automation ?? 'manual'} isDefault={step.automation === undefined} choices={(['manual', 'assisted', 'automatic'] as const).map((value) => ({ value, label: say(`canvas.automation.${value}`) }))} onChange={(automation) => void editNode(step, { automation: automation === 'manual' ? undefined : automation })} />
          </Field>
          <Field label={say('canvas.outcome')}>
            <Select label={say('canvas.outcome')} value={step.outcome ?? nothing} isDefault={step.outcome === undefined} choices={namedChoices(model.outcomes, say('canvas.none'))} onChange={(outcome) => void editNode(step, { outcome: outcome === nothing ? undefined : outcome })} />
          </Field>
          <MultiInstanceField value={step.multiInstance} onChange={(multiInstance) => void editNode(step, { multiInstance })} />
          <Field label={say('forms.sets')} note={say('forms.setsNote')} layout="stacked"><AttributesField label={say('forms.sets')} value={step.sets} onChange={(sets) => void editNode(step, { sets })} /></Field>
          <BatchingFields value={step.batching} onChange={(batching) => void editNode(step, { batching })} />
        </More>
      </Section>
    </>
  );
}
