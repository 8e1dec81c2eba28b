import type { ReactNode } from 'react';
import { hoursAWeek, interruptOf, plainInterrupt, usualPiece } from '../../../shared/document/model/interrupts.ts';
import type { Team } from '../../../shared/document/model/organisation.ts';
import { calendarOfTeam, idMaker } from '../../../shared/document/model/queries.ts';
import { weekHours } from '../../../shared/document/model/week-hours.ts';
import { useCurrency, useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel } from '../../hooks/use-window.ts';
import { perform } from '../../store/edit.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { FigureField } from '../../ui/fields/FigureField.tsx';
import { NumberField } from '../../ui/fields/NumberField.tsx';
import { PercentField } from '../../ui/fields/ShareField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { CalendarField } from './CalendarField.tsx';
import { Section } from './More.tsx';
import { PeopleField } from './PeopleField.tsx';
import { TeamMore } from './TeamMore.tsx';
import { calendarName } from './choices.ts';
import { editTeam } from './use-edit.ts';

/** A team: how many, how much of their time, when, and what takes them away. */
export function TeamFields({ team, alone }: { readonly team: Team; readonly alone: boolean }): ReactNode {
  const say = useSay();
  const model = useModel();
  const currency = useCurrency();
  const hoursPerDay = useHoursPerDay();
  if (model === undefined) return null;
  const calendar = calendarOfTeam(model, team);
  const perWeek = weekHours(calendar);
  const stream = plainInterrupt(team);
  const taken = stream === undefined ? undefined : hoursAWeek(stream, perWeek, hoursPerDay);
  const setHours = (hours: number | undefined): void => {
    const rest = team.interrupts?.slice(1) ?? [];
    if (hours === undefined || hours === 0) void editTeam(team, { interrupts: rest.length === 0 ? undefined : rest });
    else void editTeam(team, { interrupts: [interruptOf(stream?.id ?? idMaker(model)('interrupt'), stream?.name ?? say('canvas.unplanned'), hours, usualPiece, perWeek), ...rest] });
  };
  const forThis = team.otherWork === undefined ? undefined : { ...team.otherWork.share, value: Math.round((1 - team.otherWork.share.value) * 1e6) / 1e6 };
  return (
    <Section title={say('canvas.teamNamed', { name: team.name })}>
      {alone ? null : <Field label={say('canvas.name')}><TextField value={team.name} required={say('window.needsName')} onChange={(name) => void editTeam(team, { name })} /></Field>}
      <Check label={say('canvas.unlimited')} checked={team.unlimited === true} onChange={(on) => void editTeam(team, { unlimited: on ? true : undefined })} />
      {team.unlimited === true ? null : (
        <>
          <Field label={say('canvas.people')} error={team.people === undefined && team.capacity === undefined ? say('canvas.needsPeople') : undefined}>
            {team.people === undefined ? (
              <FigureField least={1} whole value={team.capacity} after={say('canvas.peopleUnit', { n: team.capacity?.value ?? 2 })} onChange={(capacity) => void editTeam(team, { capacity })} />
            ) : <PeopleField team={team} people={team.people} />}
          </Field>
          <Field label={say('canvas.timeForThis')} note={team.otherWork === undefined ? undefined : say('canvas.timeForThisNote')}>
            <PercentField value={forThis} fallback={1} onChange={(share) => {
              if (share === undefined || share.value >= 1) void editTeam(team, { otherWork: undefined });
              else void editTeam(team, { otherWork: { ...team.otherWork, share: { ...share, value: Math.round((1 - share.value) * 1e6) / 1e6 } } });
            }} />
          </Field>
        </>
      )}
      <Field label={say('canvas.workingHours')}>
        <CalendarField label={say('canvas.workingHours')} value={team.calendar} usual={say('canvas.asUsual', { name: calendarName(calendar, say) })} of={{ table: 'teams', id: team.id }} onChange={(id) => void editTeam(team, { calendar: id })} />
      </Field>
      {team.unlimited === true ? null : (
        <>
          <Field label={say('canvas.unplanned')}>
            {stream !== undefined && taken === undefined ? <span className="muted small">{say('canvas.seeMore')}</span> : (
              <>
                <NumberField label={say('canvas.unplanned')} value={taken} placeholder="0" onChange={setHours} />
                <span className="unit">{say('canvas.hoursAWeekEach')}</span>
              </>
            )}
          </Field>
          <Field label={say('canvas.protected')}><PercentField value={team.protectedShare} fallback={0} onChange={(protectedShare) => void editTeam(team, { protectedShare })} /></Field>
        </>
      )}
      <Field label={say('canvas.costPerHour')}><FigureField value={team.costPerHour} after={say('canvas.currencyPerHour', { currency })} onChange={(costPerHour) => void editTeam(team, { costPerHour })} /></Field>
      <TeamMore team={team} />
      {alone ? null : <LinkButton onClick={() => void perform({ type: 'team.remove', team: team.id })}>{say('canvas.removeTeam')}</LinkButton>}
    </Section>
  );
}
