import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Team } from '../../../shared/document/model/organisation.ts';
import { idMaker } from '../../../shared/document/model/queries.ts';
import { useModel } from '../../hooks/use-window.ts';
import { perform, showTables } from '../../store/edit.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { useSay } from '../../ui/locale.tsx';
import { PersonForm } from './PersonForm.tsx';
import { editTeam } from './use-edit.ts';

/** The named people of a team. A name that another team has too is the same person. */
export function PeopleField({ team, people }: { readonly team: Team; readonly people: readonly string[] }): ReactNode {
  const say = useSay();
  const model = useModel();
  const [text, setText] = useState('');
  const [shown, setShown] = useState<string>();
  if (model === undefined) return null;
  const add = (): void => {
    const name = text.trim();
    setText('');
    if (name === '') return;
    const known = Object.values(model.people).find((person) => person.name.toLowerCase() === name.toLowerCase());
    const id = known?.id ?? idMaker(model)('person');
    void perform([
      ...(known === undefined ? [{ type: 'person.add' as const, person: { id, name } }] : []),
      { type: 'team.edit', team: team.id, set: { people: [...people.filter((one) => one !== id), id] } },
    ]);
  };
  const person = shown === undefined || !people.includes(shown) ? undefined : model.people[shown];
  return (
    <>
      <div className="chips">
        {people.map((id) => (
          <span key={id} className="chip">
            <button type="button" className="chip-name" aria-expanded={shown === id} onClick={() => setShown(shown === id ? undefined : id)}>{model.people[id]?.name ?? id}</button>
            <button type="button" aria-label={say('canvas.removeNamed', { name: model.people[id]?.name ?? id })} onClick={() => {
              const rest = people.filter((one) => one !== id);
              void editTeam(team, rest.length === 0 ? { people: undefined, capacity: { value: 1, provenance: 'estimated' } } : { people: rest });
            }}>
              <X size={11} />
            </button>
          </span>
        ))}
        <input className="input" value={text} placeholder={say('canvas.addPerson')} aria-label={say('canvas.addPerson')} onChange={(event) => setText(event.target.value)} onBlur={add} onKeyDown={(event) => (event.key === 'Enter' ? add() : undefined)} />
      </div>
      {person === undefined ? <LinkButton onClick={() => showTables({ table: 'people', whole: false })}>{say('forms.skillsAndHours')}</LinkButton> : <PersonForm key={person.id} person={person} />}
    </>
  );
}
