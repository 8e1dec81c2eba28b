import { changes, withPart } from '../../../shared/document/cells/changes.ts';
import { choiceColumn, durationColumn, figureColumn, numberColumn, percentColumn, textColumn, yesNoColumn } from '../../../shared/document/cells/columns.ts';
import { anyTable, type Context, type Reading, type Table } from '../../../shared/document/cells/table.ts';
import { setTeam, teamCells, unlimited } from '../../../shared/document/cells/team-cells.ts';
import { defaults } from '../../../shared/document/model/defaults.ts';
import { disciplines, type Party, type Team } from '../../../shared/document/model/organisation.ts';
import { calendarOfTeam, idMaker, workingTeam } from '../../../shared/document/model/queries.ts';
import { message } from '../../../shared/language/message.ts';
import { calendars, choicesOf, listColumn } from './named.ts';

const table: Table<Team> = {
  label: 'tables.teams',
  empty: 'window.noTeams',
  rows: (model) => Object.values(model.teams),
  nameOf: (team) => team.name,
  places: (team, model) => [...Object.values(model.nodes).filter((node) => workingTeam(model, node)?.id === team.id).map(({ id }) => id), ...(model.parties[team.party] === undefined ? [] : [team.party])].slice(0, 50),
  addLabel: 'tables.addTeam',
  add: (name, { model }) => {
    const party = Object.values(model.parties)[0];
    if (party === undefined) return message('window.noTeams');
    const id = idMaker(model)('team');
    return { id, operations: [{ type: 'team.add', team: { id, name, party: party.id } }] };
  },
  columns: [
    textColumn<Team>({ id: 'name', label: 'tables.team', width: 176, needed: 'window.needsName', get: (team) => team.name, set: (team, name) => setTeam(team, 'name', name) }),
    choiceColumn<Team>({ id: 'party', label: 'canvas.party.department', get: (team) => team.party, choices: choicesOf('parties'), needed: true, set: (team, party) => setTeam(team, 'party', party) }),
    teamCells.capacity,
    listColumn<Team>({
      id: 'people', label: 'tables.byName', table: 'people', get: (team) => team.people, fixed: unlimited,
      set: (team, people) => [...changes('team.edit', team.id, 'people', people), ...(people === undefined && team.capacity === undefined ? changes('team.edit', team.id, 'capacity', { value: Math.max(1, team.people?.length ?? 1), provenance: 'estimated' }) : [])],
    }),
    teamCells.time,
    choiceColumn<Team>({ id: 'calendar', label: 'canvas.workingHours', width: 144, get: (team) => team.calendar, choices: calendars, absent: (team, context) => usualHours(team, context), set: (team, value) => setTeam(team, 'calendar', value) }),
    figureColumn<Team>({ id: 'cost', label: 'tables.costPerHour', get: (team) => team.costPerHour, set: (team, value) => setTeam(team, 'costPerHour', value) }),
    teamCells.unplanned,
    percentColumn<Team>({ id: 'protected', label: 'canvas.protected', width: 144, hint: '0 %', fixed: unlimited, get: (team) => team.protectedShare, set: (team, value) => setTeam(team, 'protectedShare', value) }),
    choiceColumn<Team>({
      id: 'discipline', label: 'canvas.discipline', width: 160, get: (team) => team.discipline, absent: (_team, { say }) => say(`canvas.discipline.${defaults.team.discipline}`),
      choices: ({ say }) => disciplines.map((value) => ({ value, label: say(`canvas.discipline.${value}`) })), set: (team, value) => setTeam(team, 'discipline', value),
    }),
    numberColumn<Team>({ id: 'limit', label: 'canvas.wipLimit', width: 152, least: 1, whole: true, get: (team) => team.wipLimit?.limit, set: (team, limit) => setTeam(team, 'wipLimit', limit === undefined ? undefined : { ...team.wipLimit, limit }) }),
    yesNoColumn<Team>({ id: 'unlimited', label: 'canvas.unlimited', width: 152, get: unlimited, set: (team, value) => setTeam(team, 'unlimited', value) }),
  ],
};

const usualHours = (team: Team, context: Context): string => {
  const { id, name } = calendarOfTeam(context.model, team);
  return calendars(context).find(({ value }) => value === id)?.label ?? name;
};

const setParty = (party: Party, field: keyof Party, value: unknown): Reading => changes('party.edit', party.id, field, value);
const setTerm = (party: Party, field: 'responseTime' | 'penalty' | 'supportCalendar', value: unknown): Reading => setParty(party, 'contract', withPart<Record<string, unknown>, string>(party.contract, field, value));
const noContract = (party: Party): boolean => party.kind === 'department';

const partyTable: Table<Party> = {
  label: 'tables.parties',
  empty: 'window.noTeams',
  rows: (model) => Object.values(model.parties),
  nameOf: (party) => party.name,
  places: (party) => [party.id],
  columns: [
    textColumn<Party>({ id: 'name', label: 'canvas.name', width: 200, needed: 'window.needsName', get: (party) => party.name, set: (party, name) => setParty(party, 'name', name) }),
    choiceColumn<Party>({ id: 'kind', label: 'canvas.kindOfLane', get: (party) => party.kind, needed: true, choices: ({ say }) => (['department', 'vendor', 'platform'] as const).map((value) => ({ value, label: say(`canvas.party.${value}`) })), set: (party, value) => setParty(party, 'kind', value) }),
    textColumn<Party>({ id: 'owner', label: 'window.owner', get: (party) => party.owner, set: (party, owner) => setParty(party, 'owner', owner) }),
    choiceColumn<Party>({ id: 'calendar', label: 'canvas.workingHours', width: 144, get: (party) => party.calendar, choices: calendars, set: (party, value) => setParty(party, 'calendar', value) }),
    durationColumn<Party>({ id: 'response', label: 'canvas.response', counts: 'elapsed', assumed: 'd', fixed: noContract, get: (party) => party.contract?.responseTime, set: (party, value) => setTerm(party, 'responseTime', value) }),
    choiceColumn<Party>({ id: 'support', label: 'canvas.supportHours', width: 144, fixed: noContract, get: (party) => party.contract?.supportCalendar, choices: calendars, set: (party, value) => setTerm(party, 'supportCalendar', value) }),
    figureColumn<Party>({ id: 'penalty', label: 'canvas.penalty', width: 128, fixed: noContract, get: (party) => party.contract?.penalty, set: (party, value) => setTerm(party, 'penalty', value) }),
  ],
};

export const teamsTable = anyTable(table);
export const partiesTable = anyTable(partyTable);
