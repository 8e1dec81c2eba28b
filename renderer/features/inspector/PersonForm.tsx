import type { ReactNode } from 'react';
import type { Person } from '../../../shared/document/model/organisation.ts';
import { useCurrency } from '../../hooks/use-hours-per-day.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { FigureField } from '../../ui/fields/FigureField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { CalendarField } from './CalendarField.tsx';
import { editPerson } from './use-edit.ts';

/** A person of a team: when they are there, what they can do, what they cost. */
export function PersonForm({ person }: { readonly person: Person }): ReactNode {
  const say = useSay();
  const currency = useCurrency();
  return (
    <fieldset className="stream">
      <legend>{person.name}</legend>
      <div className="fields">
        <Field label={say('canvas.name')}><TextField value={person.name} required={say('window.needsName')} onChange={(name) => void editPerson(person, { name })} /></Field>
        <Field label={say('canvas.workingHours')}><CalendarField label={say('canvas.workingHours')} value={person.calendar} usual={say('tables.asTheTeam')} of={{ table: 'people', id: person.id }} onChange={(calendar) => void editPerson(person, { calendar })} /></Field>
        <Field label={say('tables.skills')}>
          <TextField value={person.skills?.join(', ') ?? ''} onChange={(text) => {
            const skills = [...new Set(text.split(/[,;]/).map((skill) => skill.trim()).filter((skill) => skill !== ''))];
            void editPerson(person, { skills: skills.length === 0 ? undefined : skills });
          }} />
        </Field>
        <Field label={say('canvas.costPerHour')}><FigureField value={person.costPerHour} after={say('canvas.currencyPerHour', { currency })} onChange={(costPerHour) => void editPerson(person, { costPerHour })} /></Field>
      </div>
    </fieldset>
  );
}
