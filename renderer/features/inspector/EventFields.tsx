import type { ReactNode } from 'react';
import { defaults } from '../../../shared/document/model/defaults.ts';
import type { EventNode } from '../../../shared/document/model/node.ts';
import { useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { Check } from '../../ui/Check.tsx';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { CountsField } from './ApprovalFields.tsx';
import { AttributesField } from './AttributesField.tsx';
import { CadenceField } from './CadenceField.tsx';
import { More, Section } from './More.tsx';
import { editNode } from './use-edit.ts';

/** What is waited for, and how long. */
export function EventFields({ event }: { readonly event: EventNode }): ReactNode {
  const say = useSay();
  const hoursPerDay = useHoursPerDay();
  const counts = event.counts ?? defaults.event.counts;
  return (
    <Section title={say('canvas.waiting')}>
      <Field label={say('canvas.waitsFor')}>
        <Segments label={say('canvas.waitsFor')} value={event.trigger} choices={(['timer', 'message'] as const).map((value) => ({ value, label: say(`canvas.waitsFor.${value}`) }))} onChange={(trigger) => void editNode(event, { trigger })} />
      </Field>
      <Field label={say('canvas.waits')}>
        <DistributionField counts={counts} hoursPerDay={hoursPerDay} assumed="d" alone={event.trigger === 'timer' ? 'fixed' : 'varied'} value={event.wait} onChange={(wait) => void editNode(event, { wait })} />
      </Field>
      <CountsField value={event.counts} fallback={defaults.event.counts} onChange={(next) => void editNode(event, { counts: next })} />
      <Field label={say('canvas.untilNext')}>
        <CadenceField optional value={event.cadence} onChange={(cadence) => void editNode(event, { cadence })} />
      </Field>
      {event.attachedTo === undefined ? null : (
        <Check label={say('canvas.interrupting')} checked={event.interrupting ?? defaults.event.interrupting} onChange={(interrupting) => void editNode(event, { interrupting })} />
      )}
      <More><Field label={say('forms.sets')} note={say('forms.setsNote')} layout="stacked"><AttributesField label={say('forms.sets')} value={event.sets} onChange={(sets) => void editNode(event, { sets })} /></Field></More>
    </Section>
  );
}
