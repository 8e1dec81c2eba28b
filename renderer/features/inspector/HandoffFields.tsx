import type { ReactNode } from 'react';
import { defaults } from '../../../shared/document/model/defaults.ts';
import { channels, type Flow, type Handoff } from '../../../shared/document/model/flow.ts';
import type { ContractTerm } from '../../../shared/document/model/organisation.ts';
import { useCurrency, useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel } from '../../hooks/use-window.ts';
import { Check } from '../../ui/Check.tsx';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { DurationField } from '../../ui/fields/DurationField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { FigureField } from '../../ui/fields/FigureField.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { OneInField, OutOfTenField } from '../../ui/fields/ShareField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { CountsField } from './ApprovalFields.tsx';
import { CadenceField } from './CadenceField.tsx';
import { CalendarField } from './CalendarField.tsx';
import { nothing } from './choices.ts';
import { More, Section } from './More.tsx';
import { editHandoff } from './use-edit.ts';

const without = <T extends object>(value: T, key: keyof T): Partial<T> => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as Partial<T>;

/** What it takes to pass work on: the channel, the time, the batch, the questions, what comes back. */
export function HandoffFields({ flow, handoff }: { readonly flow: Flow; readonly handoff: Handoff }): ReactNode {
  const say = useSay();
  const model = useModel();
  const hoursPerDay = useHoursPerDay();
  const currency = useCurrency();
  if (model === undefined) return null;
  const { transfer, batch, clarification, term } = handoff;
  const counts = transfer?.counts ?? defaults.handoff.transferCounts;
  const setTerm = (key: keyof ContractTerm, value: unknown): void => {
    const next = { ...without(term ?? {}, key), ...(value === undefined ? {} : { [key]: value }) };
    void editHandoff(flow, { term: Object.keys(next).length === 0 ? undefined : next });
  };
  return (
    <>
      <Section title={say('canvas.handoffTitle')}>
        <Field label={say('canvas.channel')}>
          <Select label={say('canvas.channel')} value={handoff.channel ?? nothing} isDefault={handoff.channel === undefined} choices={[{ value: nothing, label: say('canvas.notSaid') }, ...channels.map((value) => ({ value, label: say(`canvas.channel.${value}`) }))]} onChange={(channel) => void editHandoff(flow, { channel: channel === nothing ? undefined : (channel as Handoff['channel']) })} />
        </Field>
        <Field label={say('canvas.transfer')}>
          <DistributionField counts={counts} hoursPerDay={hoursPerDay} value={transfer?.time} onChange={(time) => void editHandoff(flow, { transfer: time === undefined ? undefined : { ...transfer, time } })} />
        </Field>
        {transfer === undefined ? null : <CountsField value={transfer.counts} fallback={defaults.handoff.transferCounts} onChange={(next) => void editHandoff(flow, { transfer: { ...transfer, counts: next } })} />}
        <Field label={say('canvas.questionsBack')}>
          <OutOfTenField value={clarification?.probability} onChange={(probability) => void editHandoff(flow, { clarification: probability === undefined ? undefined : { ...clarification, probability } })} />
        </Field>
        {clarification === undefined ? null : (
          <Field label={say('canvas.answerTakes')}>
            <DistributionField sizes counts="working" hoursPerDay={hoursPerDay} value={clarification.answer} onChange={(answer) => void editHandoff(flow, { clarification: { probability: clarification.probability, ...(answer === undefined ? {} : { answer }) } })} />
          </Field>
        )}
        <Field label={say('canvas.sentBack')}><OneInField value={handoff.rejection} onChange={(rejection) => void editHandoff(flow, { rejection })} /></Field>
        <Field label={say('canvas.setup')} note={say('canvas.setupNote')}>
          <DistributionField sizes counts="working" hoursPerDay={hoursPerDay} assumed="min" value={handoff.setup} onChange={(setup) => void editHandoff(flow, { setup })} />
        </Field>
        <Check label={say('canvas.rekeying')} checked={handoff.rekeying === true} onChange={(on) => void editHandoff(flow, { rekeying: on ? true : undefined })} />
      </Section>
      <Section title={say('canvas.rhythm')}>
        <Field label={say('canvas.batchOf')}>
          <NumberField value={batch?.size} least={1} whole placeholder="1" onChange={(size) => void editHandoff(flow, { batch: size === undefined || size === 1 ? undefined : { ...batch, size } })} />
          <span className="unit">{say('canvas.together')}</span>
        </Field>
        {batch === undefined ? null : (
          <>
            <Field label={say('canvas.atTheLatest')}><DurationField sure value={batch.timeout} counts="elapsed" hoursPerDay={hoursPerDay} assumed="d" onChange={(timeout) => void editHandoff(flow, { batch: { size: batch.size, ...(batch.at === undefined ? {} : { at: batch.at }), ...(timeout === undefined ? {} : { timeout }) } })} /></Field>
            <Field label={say('canvas.collectedAt')}>
              <Select label={say('canvas.collectedAt')} value={batch.at ?? defaults.handoff.batchAt} isDefault={batch.at === undefined} choices={(['sender', 'receiver'] as const).map((value) => ({ value, label: say(`canvas.collectedAt.${value}`) }))} onChange={(at) => void editHandoff(flow, { batch: { ...batch, at } })} />
            </Field>
          </>
        )}
        <Field label={say('canvas.passedOn')}><CadenceField optional value={handoff.cadence} onChange={(cadence) => void editHandoff(flow, { cadence })} /></Field>
      </Section>
      <Section>
        <More label={say('canvas.contract')}>
          <Field label={say('forms.contractName')}><TextField value={term?.name ?? ''} onChange={(name) => setTerm('name', name === '' ? undefined : name)} /></Field>
          <Field label={say('canvas.response')}><DurationField sure value={term?.responseTime} counts="elapsed" hoursPerDay={hoursPerDay} assumed="d" onChange={(value) => setTerm('responseTime', value)} /></Field>
          <Field label={say('canvas.supportHours')}>
            <CalendarField label={say('canvas.supportHours')} value={term?.supportCalendar} usual={say('canvas.none')} onChange={(id) => setTerm('supportCalendar', id)} />
          </Field>
          <Field label={say('canvas.penalty')}><FigureField value={term?.penalty} after={currency} onChange={(value) => setTerm('penalty', value)} /></Field>
        </More>
      </Section>
    </>
  );
}
