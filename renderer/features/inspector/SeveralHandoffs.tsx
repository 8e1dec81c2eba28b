import type { ReactNode } from 'react';
import { channels, type Flow, type Handoff } from '../../../shared/document/model/flow.ts';
import { defaults } from '../../../shared/document/model/defaults.ts';
import { useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { perform } from '../../store/edit.ts';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { OneInField, OutOfTenField } from '../../ui/fields/ShareField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { nothing } from './choices.ts';
import { commonValue } from './common-value.ts';
import { Section } from './More.tsx';
import { handoffEdit } from './use-edit.ts';

/** Fields that handoffs have alike, changed for all at once. */
export function SeveralHandoffs({ flows }: { readonly flows: readonly Flow[] }): ReactNode {
  const say = useSay();
  const hoursPerDay = useHoursPerDay();
  const note = ({ different }: { readonly different: boolean }): string | undefined => (different ? say('forms.different') : undefined);
  const set = (change: (handoff: Handoff) => { readonly [Key in keyof Handoff]?: Handoff[Key] | undefined }): void =>
    void perform(flows.map((flow) => handoffEdit(flow, change(flow.handoff ?? {}))));
  const channel = commonValue(flows, ({ handoff }) => handoff?.channel ?? nothing);
  const transfer = commonValue(flows, ({ handoff }) => handoff?.transfer?.time);
  const counts = commonValue(flows, ({ handoff }) => handoff?.transfer?.counts ?? defaults.handoff.transferCounts);
  const questions = commonValue(flows, ({ handoff }) => handoff?.clarification?.probability);
  const rejection = commonValue(flows, ({ handoff }) => handoff?.rejection);
  const setup = commonValue(flows, ({ handoff }) => handoff?.setup);
  return (
    <Section title={say('forms.handoffsChosen', { n: flows.length })}>
      <p className="muted small">{say('forms.appliesToAll', { n: flows.length })}</p>
      <Field label={say('canvas.channel')} note={note(channel)}>
        <Select label={say('canvas.channel')} value={channel.value ?? nothing} isDefault={channel.value === undefined || channel.value === nothing} choices={[{ value: nothing, label: channel.different ? '…' : say('canvas.notSaid') }, ...channels.map((value) => ({ value, label: say(`canvas.channel.${value}`) }))]}
          onChange={(id) => (id === nothing && channel.different ? undefined : set(() => ({ channel: id === nothing ? undefined : (id as Handoff['channel']) })))} />
      </Field>
      <Field label={say('canvas.transfer')} note={note(transfer)}>
        <DistributionField counts={counts.value ?? defaults.handoff.transferCounts} hoursPerDay={hoursPerDay} value={transfer.value} onChange={(time) => set(({ transfer: old }) => ({ transfer: time === undefined ? undefined : { ...old, time } }))} />
      </Field>
      <Field label={say('canvas.questionsBack')} note={note(questions)}>
        <OutOfTenField value={questions.value} onChange={(probability) => set(({ clarification }) => ({ clarification: probability === undefined ? undefined : { ...clarification, probability } }))} />
      </Field>
      <Field label={say('canvas.sentBack')} note={note(rejection)}><OneInField value={rejection.value} onChange={(value) => set(() => ({ rejection: value }))} /></Field>
      <Field label={say('canvas.setup')} note={note(setup)}>
        <DistributionField sizes counts="working" hoursPerDay={hoursPerDay} assumed="min" value={setup.value} onChange={(value) => set(() => ({ setup: value }))} />
      </Field>
    </Section>
  );
}
