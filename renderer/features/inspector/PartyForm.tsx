import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { laneWithInner } from '../../../shared/document/model/lanes.ts';
import { partyColours, partyKinds, type Party } from '../../../shared/document/model/organisation.ts';
import { calendarOfParty, idMaker } from '../../../shared/document/model/queries.ts';
import { useCurrency, useHoursPerDay } from '../../hooks/use-hours-per-day.ts';
import { useModel, useProcess } from '../../hooks/use-window.ts';
import { perform } from '../../store/edit.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { DurationField } from '../../ui/fields/DurationField.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { FigureField } from '../../ui/fields/FigureField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useSay } from '../../ui/locale.tsx';
import { Select } from '../../ui/Select.tsx';
import { CalendarField } from './CalendarField.tsx';
import { calendarName, namedChoices, nothing } from './choices.ts';
import { More, Section } from './More.tsx';
import { TeamFields } from './TeamFields.tsx';
import { editParty } from './use-edit.ts';

/** The form of a lane: who it is, and the teams that do its work. */
export function PartyForm({ party, head }: { readonly party: Party; readonly head: (title: string) => ReactNode }): ReactNode {
  const say = useSay();
  const model = useModel();
  const process = useProcess();
  const currency = useCurrency();
  const hoursPerDay = useHoursPerDay();
  if (model === undefined) return null;
  const teams = Object.values(model.teams).filter((team) => team.party === party.id);
  const lane = process?.lanes.find((one) => one.party === party.id);
  const holdsLanes = process !== undefined && laneWithInner(model, process, party.id).length > 1;
  const { contract } = party;
  return (
    <>
      {head(say(`canvas.party.${party.kind}`))}
      <Section>
        <Field label={say('canvas.name')}><TextField value={party.name} required={say('window.needsName')} onChange={(name) => void editParty(party, { name })} /></Field>
        <Field label={say('canvas.kindOfLane')}>
          <Select label={say('canvas.kindOfLane')} value={party.kind} choices={partyKinds.map((value) => ({ value, label: say(`canvas.party.${value}`) }))} onChange={(kind) => void editParty(party, { kind })} />
        </Field>
        <Field label={say('window.owner')}><TextField value={party.owner ?? ''} onChange={(owner) => void editParty(party, { owner: owner === '' ? undefined : owner })} /></Field>
        <Field label={say('forms.colour')}>
          <Select label={say('forms.colour')} value={party.colour ?? nothing} isDefault={party.colour === undefined} choices={[{ value: nothing, label: say('canvas.none') }, ...partyColours.map((value) => ({ value: value as string, label: say(`forms.colour.${value}`) }))]} onChange={(colour) => void editParty(party, { colour: colour === nothing ? undefined : colour })} />
        </Field>
        <More>
          <Field label={say('canvas.workingHours')}>
            <CalendarField label={say('canvas.workingHours')} value={party.calendar} usual={say('canvas.asUsual', { name: calendarName(calendarOfParty(model, party.id), say) })} of={{ table: 'parties', id: party.id }} onChange={(calendar) => void editParty(party, { calendar })} />
          </Field>
          <Field label={say('canvas.partOf')}>
            <Select label={say('canvas.partOf')} value={party.parent ?? nothing} isDefault={party.parent === undefined} choices={namedChoices(Object.fromEntries(Object.entries(model.parties).filter(([id]) => id !== party.id)), say('canvas.none'))} onChange={(id) => void perform({ type: 'lane.nest', party: party.id, ...(id === nothing ? {} : { parent: id }) })} />
          </Field>
          {lane === undefined || process === undefined ? null : (
            <Check label={say('canvas.folded')} checked={lane.collapsed === true} onChange={(collapsed) => void perform({ type: 'lane.collapse', process: process.id, party: party.id, collapsed })} />
          )}
          {lane === undefined || process === undefined || !holdsLanes ? null : (
            <Check label={say('canvas.ownWork')} checked={lane.ownWork === true} onChange={(ownWork) => void perform({ type: 'lane.ownWork', process: process.id, party: party.id, ownWork })} />
          )}
        </More>
      </Section>
      {party.kind === 'department' ? null : (
        <Section title={say('canvas.contract')}>
          <Field label={say('forms.contractName')}><TextField value={contract?.name ?? ''} onChange={(name) => {
            const { name: _old, ...rest } = contract ?? {};
            void editParty(party, { contract: { ...rest, ...(name === '' ? {} : { name }) } });
          }} /></Field>
          <Field label={say('canvas.response')}><DurationField sure value={contract?.responseTime} counts="elapsed" hoursPerDay={hoursPerDay} assumed="d" onChange={(responseTime) => {
            const { responseTime: _old, ...rest } = contract ?? {};
            void editParty(party, { contract: { ...rest, ...(responseTime === undefined ? {} : { responseTime }) } });
          }} /></Field>
          <Field label={say('canvas.penalty')}><FigureField value={contract?.penalty} after={currency} onChange={(penalty) => {
            const { penalty: _old, ...rest } = contract ?? {};
            void editParty(party, { contract: { ...rest, ...(penalty === undefined ? {} : { penalty }) } });
          }} /></Field>
          <Field label={say('canvas.supportHours')}>
            <CalendarField label={say('canvas.supportHours')} value={contract?.supportCalendar} usual={say('canvas.none')} onChange={(supportCalendar) => {
              const { supportCalendar: _old, ...rest } = contract ?? {};
              void editParty(party, { contract: { ...rest, ...(supportCalendar === undefined ? {} : { supportCalendar }) } });
            }} />
          </Field>
        </Section>
      )}
      {teams.map((team) => <TeamFields key={team.id} team={team} alone={teams.length === 1} />)}
      <Section>
        <LinkButton onClick={() => void perform({ type: 'team.add', team: { id: idMaker(model)('team'), name: party.name, party: party.id } })}><Plus size={12} /> {say('canvas.addTeam')}</LinkButton>
      </Section>
    </>
  );
}
