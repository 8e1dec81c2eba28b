import type { ReactNode } from 'react';
import { defaults } from '../../../shared/document/model/defaults.ts';
import { disciplines, type Team } from '../../../shared/document/model/organisation.ts';
import { idMaker } from '../../../shared/document/model/queries.ts';
import { useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel } from '../../hooks/use-window.ts';
import { perform } from '../../store/edit.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { DistributionField } from '../../ui/fields/DistributionField.tsx';
import { DurationField } from '../../ui/fields/DurationField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { PercentField } from '../../ui/fields/ShareField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { InterruptsField } from './InterruptsField.tsx';
import { More } from './More.tsx';
import { editTeam } from './use-edit.ts';

/** The rules by which a team works, as few people need them. */
export function TeamMore({ team }: { readonly team: Team }): ReactNode {
  const say = useSay();
  const model = useModel();
  const hoursPerDay = useHoursPerDay();
  if (model === undefined) return null;
  const setSetup = (change: Partial<NonNullable<Team['setup']>>): void => {
    const next = Object.fromEntries(Object.entries({ ...team.setup, ...change }).filter(([, value]) => value !== undefined));
    void editTeam(team, { setup: Object.keys(next).length === 0 ? undefined : next });
  };
  return (
    <More>
      <Field label={say('canvas.discipline')}>
        <Select label={say('canvas.discipline')} value={team.discipline ?? defaults.team.discipline} isDefault={team.discipline === undefined} choices={disciplines.map((value) => ({ value, label: say(`canvas.discipline.${value}`) }))} onChange={(discipline) => void editTeam(team, { discipline })} />
      </Field>
      <Field label={say('canvas.ageing')}><DurationField sure value={team.ageing} counts="elapsed" hoursPerDay={hoursPerDay} assumed="d" onChange={(ageing) => void editTeam(team, { ageing })} /></Field>
      <Field label={say('canvas.preemption')}>
        <Select label={say('canvas.preemption')} value={team.preemption ?? defaults.team.preemption} isDefault={team.preemption === undefined} choices={(['none', 'resume', 'restart', 'resample'] as const).map((value) => ({ value, label: say(`canvas.preemption.${value}`) }))} onChange={(preemption) => void editTeam(team, { preemption })} />
      </Field>
      <Field label={say('canvas.resumePenalty')}><DistributionField counts="working" hoursPerDay={hoursPerDay} alone="fixed" assumed="min" value={team.resumePenalty} onChange={(resumePenalty) => void editTeam(team, { resumePenalty })} /></Field>
      <Field label={say('canvas.atShiftEnd')}>
        <Select label={say('canvas.atShiftEnd')} value={team.atShiftEnd ?? defaults.team.atShiftEnd} isDefault={team.atShiftEnd === undefined} choices={(['finish', 'suspend', 'restart', 'resample'] as const).map((value) => ({ value, label: say(`canvas.atShiftEnd.${value}`) }))} onChange={(atShiftEnd) => void editTeam(team, { atShiftEnd })} />
      </Field>
      <Check label={say('canvas.handover')} checked={team.handover === true} onChange={(on) => void editTeam(team, { handover: on ? true : undefined })} />
      <Field label={say('canvas.wipLimit')}>
        <NumberField value={team.wipLimit?.limit} least={1} whole placeholder={say('canvas.none')} onChange={(limit) => void editTeam(team, { wipLimit: limit === undefined ? undefined : { ...team.wipLimit, limit } })} />
        {team.wipLimit === undefined ? null : (
          <Select label={say('canvas.whenFull')} width="auto" value={team.wipLimit.whenFull ?? defaults.team.whenFull} isDefault={team.wipLimit.whenFull === undefined} choices={(['hold', 'park', 'refuse'] as const).map((value) => ({ value, label: say(`canvas.whenFull.${value}`) }))} onChange={(whenFull) => void editTeam(team, { wipLimit: { limit: team.wipLimit?.limit ?? 1, whenFull } })} />
        )}
      </Field>
      <Field label={say('canvas.multitasking')}>
        <NumberField value={team.multitasking?.limit} least={1} whole placeholder="1" onChange={(limit) => void editTeam(team, { multitasking: limit === undefined || limit === 1 ? undefined : { ...team.multitasking, limit } })} />
        <span className="unit">{say('canvas.atOnce')}</span>
      </Field>
      {team.multitasking === undefined ? null : (
        <Field label={say('canvas.switchCost')}><PercentField value={team.multitasking.switchCost} fallback={0} onChange={(switchCost) => void editTeam(team, { multitasking: { limit: team.multitasking?.limit ?? 1, ...(switchCost === undefined ? {} : { switchCost }) } })} /></Field>
      )}
      <Field label={say('canvas.setupAfterIdle')}><DistributionField counts="working" hoursPerDay={hoursPerDay} alone="fixed" assumed="min" value={team.setup?.afterIdle} onChange={(afterIdle) => setSetup({ afterIdle })} /></Field>
      <Field label={say('canvas.setupOnChange')}><DistributionField counts="working" hoursPerDay={hoursPerDay} alone="fixed" assumed="min" value={team.setup?.onChange} onChange={(onChange) => setSetup({ onChange })} /></Field>
      {team.setup?.onChange === undefined ? null : (
        <Field label={say('canvas.changeBy')}>
          <Select label={say('canvas.changeBy')} value={team.setup.changeBy ?? defaults.team.setupChangeBy} isDefault={team.setup.changeBy === undefined} choices={(['step', 'class'] as const).map((value) => ({ value, label: say(`canvas.changeBy.${value}`) }))} onChange={(changeBy) => setSetup({ changeBy })} />
        </Field>
      )}
      <Field label={say('canvas.startAt')}>
        <NumberField value={team.startAt} least={1} whole placeholder="1" onChange={(startAt) => void editTeam(team, { startAt: startAt === 1 ? undefined : startAt })} />
        <span className="unit">{say('canvas.waitingItems')}</span>
      </Field>
      {team.otherWork === undefined ? null : (
        <Field label={say('canvas.otherPieces')}><DistributionField counts="working" hoursPerDay={hoursPerDay} alone="varied" value={team.otherWork.pieceLength} onChange={(pieceLength) => {
          const { pieceLength: _old, ...rest } = team.otherWork ?? { share: { value: 0 } };
          void editTeam(team, { otherWork: { ...rest, ...(pieceLength === undefined ? {} : { pieceLength }) } });
        }} /></Field>
      )}
      <InterruptsField team={team} />
      {team.people === undefined ? (
        <LinkButton onClick={() => {
          const makeId = idMaker(model);
          const people = Array.from({ length: Math.max(1, Math.round(team.capacity?.value ?? 1)) }, (_, index) => ({ id: makeId('person'), name: say('canvas.personNumber', { team: team.name, n: index + 1 }) }));
          void perform([...people.map((person) => ({ type: 'person.add' as const, person })), { type: 'team.edit', team: team.id, set: { people: people.map(({ id }) => id) } }]);
        }}>{say('canvas.namePeople')}</LinkButton>
      ) : null}
    </More>
  );
}
