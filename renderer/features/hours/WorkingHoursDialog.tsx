import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Calendar } from '../../../shared/document/model/calendar.ts';
import { aroundTheClock, officeHours } from '../../../shared/document/model/defaults.ts';
import type { Model } from '../../../shared/document/model/model.ts';
import { calendarOfParty, calendarOfTeam, idMaker, nameOf, teamOfPerson } from '../../../shared/document/model/queries.ts';
import type { Operation } from '../../../shared/document/operations/all.ts';
import { useModel } from '../../hooks/use-window.ts';
import { closeDialog, perform } from '../../store/edit.ts';
import type { HoursOf } from '../../store/state.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useSay } from '../../ui/locale.tsx';
import { HoursForm } from './HoursForm.tsx';

export interface WorkingHoursDialogProps {
  readonly calendar?: string | undefined;
  /** Who takes the hours that are chosen or made here. */
  readonly of?: HoursOf | undefined;
}

const builtIn = [officeHours, aroundTheClock];

/** The hours that somebody works by now, whoever they come from. */
function hoursNow(model: Model, of: HoursOf | undefined): Calendar {
  if (of === undefined) return officeHours;
  if (of.table === 'parties') return calendarOfParty(model, of.id);
  const team = of.table === 'teams' ? model.teams[of.id] : teamOfPerson(model, of.id);
  return team === undefined ? officeHours : calendarOfTeam(model, team);
}

function assigning(of: HoursOf, calendar: string): Operation {
  switch (of.table) {
    case 'parties':
      return { type: 'party.edit', party: of.id, set: { calendar } };
    case 'teams':
      return { type: 'team.edit', team: of.id, set: { calendar } };
    case 'people':
      return { type: 'person.edit', person: of.id, set: { calendar } };
  }
}

/** All working hours of the document: the week, holidays, the time zone. */
export function WorkingHoursDialog({ calendar, of }: WorkingHoursDialogProps): ReactNode {
  const say = useSay();
  const model = useModel();
  const [chosen, setChosen] = useState(calendar);
  if (model === undefined) return null;
  const own = Object.values(model.calendars);
  const shown = chosen ?? hoursNow(model, of).id;
  const found = model.calendars[shown] ?? builtIn.find(({ id }) => id === shown) ?? own[0] ?? officeHours;
  const title = (one: Calendar): string => (one.id === officeHours.id ? say('canvas.calendar.office') : one.id === aroundTheClock.id ? say('canvas.calendar.always') : one.name);
  const uses = of === undefined ? undefined : of.table === 'parties' ? model.parties[of.id]?.calendar : of.table === 'teams' ? model.teams[of.id]?.calendar : model.people[of.id]?.calendar;
  const add = (): void => {
    const id = idMaker(model)('calendar');
    const name = of === undefined ? say('forms.hoursLike', { name: title(found) }) : say('forms.hoursOf', { name: nameOf(model, of.id) });
    const made: Operation[] = [{ type: 'calendar.add', calendar: { ...found, id, name } }, ...(of === undefined ? [] : [assigning(of, id)])];
    if (perform(made)) setChosen(id);
  };
  return (
    <Dialog open onClose={closeDialog} size="broad" title={say('canvas.workingHours')} foot={
      <div className="row grow">
        <span className="grow muted">{of === undefined ? '' : say(uses === found.id ? 'forms.worksBy' : 'forms.doesNotWorkBy', { name: nameOf(model, of.id), hours: title(found) })}</span>
        {of === undefined || uses === found.id ? null : <Button onClick={() => void perform(assigning(of, found.id))}>{say('forms.useFor', { name: nameOf(model, of.id) })}</Button>}
        <Button kind="primary" onClick={closeDialog}>{say('window.done')}</Button>
      </div>
    }>
      <div className="hours">
        <nav aria-label={say('canvas.workingHours')} className="hours-list">
          {[...builtIn, ...own].map((one) => (
            <button key={one.id} type="button" className="menu-item" aria-current={one.id === found.id ? 'true' : undefined} onClick={() => setChosen(one.id)}><span className="menu-label">{title(one)}</span></button>
          ))}
          <LinkButton onClick={add}><Plus size={12} /> {say('forms.newHours')}</LinkButton>
        </nav>
        {model.calendars[found.id] === undefined ? <HoursForm calendar={{ ...found, name: title(found) }} /> : (
          <HoursForm key={found.id} calendar={found}
            onChange={(change) => void perform({ type: 'calendar.edit', calendar: found.id, ...change })}
            onRemove={() => { if (perform({ type: 'calendar.remove', calendar: found.id })) setChosen(undefined); }} />
        )}
      </div>
    </Dialog>
  );
}
