import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { defaults } from '../../../shared/document/model/defaults.ts';
import { interruptOf, usualPiece } from '../../../shared/document/model/interrupts.ts';
import type { Interrupt, Team } from '../../../shared/document/model/organisation.ts';
import { calendarOfTeam, idMaker } from '../../../shared/document/model/queries.ts';
import { weekHours } from '../../../shared/document/model/week-hours.ts';
import { useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel } from '../../hooks/use-window.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Select } from '../../ui/Select.tsx';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { editTeam } from './use-edit.ts';

/** Every stream of unplanned work of a team, exactly. */
export function InterruptsField({ team }: { readonly team: Team }): ReactNode {
  const say = useSay();
  const model = useModel();
  const hoursPerDay = useHoursPerDay();
  if (model === undefined) return null;
  const streams = team.interrupts ?? [];
  const put = (next: readonly Interrupt[]): void => void editTeam(team, { interrupts: next.length === 0 ? undefined : [...next] });
  const change = (id: string, by: Partial<Interrupt>): void => put(streams.map((stream) => (stream.id === id ? { ...stream, ...by } : stream)));
  return (
    <>
      {streams.map((stream) => (
        <fieldset key={stream.id} className="stream">
          <legend>{stream.name}</legend>
          <div className="fields">
            <Field label={say('canvas.name')}><TextField value={stream.name} required={say('window.needsName')} onChange={(name) => change(stream.id, { name })} /></Field>
            <Field label={say('canvas.every')}><DistributionField counts={stream.counts ?? defaults.interrupt.counts} hoursPerDay={hoursPerDay} value={stream.every} onChange={(every) => (every === undefined ? undefined : change(stream.id, { every }))} /></Field>
            <Field label={say('canvas.lasts')}><DistributionField counts="working" hoursPerDay={hoursPerDay} value={stream.length} onChange={(length) => (length === undefined ? undefined : change(stream.id, { length }))} /></Field>
            <Field label={say('canvas.acts')}>
              <Select label={say('canvas.acts')} value={stream.acts ?? defaults.interrupt.acts} isDefault={stream.acts === undefined} choices={(['preempt', 'queueFirst', 'queue'] as const).map((value) => ({ value, label: say(`canvas.acts.${value}`) }))} onChange={(acts) => change(stream.id, { acts })} />
            </Field>
            <Field label={say('canvas.clock')}>
              <Select label={say('canvas.clock')} value={stream.clock ?? defaults.interrupt.clock} isDefault={stream.clock === undefined} choices={(['independent', 'afterEnd', 'whileBusy'] as const).map((value) => ({ value, label: say(`canvas.clock.${value}`) }))} onChange={(clock) => change(stream.id, { clock })} />
            </Field>
            <Field label={say('canvas.counts')}>
              <Select label={say('canvas.counts')} value={stream.counts ?? defaults.interrupt.counts} isDefault={stream.counts === undefined} choices={(['working', 'elapsed'] as const).map((value) => ({ value, label: say(`canvas.counts.${value}`) }))} onChange={(counts) => change(stream.id, { counts })} />
            </Field>
            <Check label={say('canvas.perUnit')} checked={stream.perUnit ?? defaults.interrupt.perUnit} onChange={(perUnit) => change(stream.id, { perUnit })} />
            <LinkButton onClick={() => put(streams.filter((one) => one.id !== stream.id))}>{say('canvas.removeNamed', { name: stream.name })}</LinkButton>
          </div>
        </fieldset>
      ))}
      <LinkButton onClick={() => put([...streams, interruptOf(idMaker(model)('interrupt'), say('canvas.unplanned'), 4, usualPiece, weekHours(calendarOfTeam(model, team)))])}><Plus size={12} /> {say('canvas.addInterrupt')}</LinkButton>
    </>
  );
}
