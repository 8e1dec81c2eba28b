import { defaults } from '../../document/model/defaults.ts';
import type { ElementId } from '../../document/model/fields.ts';
import type { Alternative, Requirement } from '../../document/model/node.ts';
import type { Team } from '../../document/model/organisation.ts';
import { calendarOfTeam, findCalendar } from '../../document/model/queries.ts';
import type { CalendarBook } from './calendars.ts';
import type { Context } from './context.ts';
import { refuse } from './refusal.ts';

/** A unit before units are put in their final order. */
export interface Unit {
  readonly id: string;
  readonly person: ElementId | undefined;
  readonly skills: readonly string[];
  /** Numbers of its teams, its home first. */
  readonly teams: number[];
  readonly calendar: number;
  readonly costPerHour: number;
  /** 1 … of its home team, for the place of its protected block. */
  readonly rank: number;
  readonly unlimited: boolean;
}

/** Who there is: teams with their units, people once even if they work in several teams. */
export class Staff {
  readonly teams: Team[] = [];
  readonly teamNumber = new Map<ElementId, number>();
  readonly teamCalendar: number[] = [];
  readonly units: Unit[] = [];
  readonly unitsOfTeam: number[][] = [];
  private readonly unitOfPerson = new Map<ElementId, number>();
  private readonly context: Context;
  private readonly calendars: CalendarBook;

  constructor(context: Context, calendars: CalendarBook) {
    this.context = context;
    this.calendars = calendars;
    for (const team of Object.values(context.model.teams)) {
      // A team without anybody matters only if somebody needs it, and is then refused by name.
      if (team.unlimited !== true && team.people === undefined && team.capacity === undefined) continue;
      this.teamNumber.set(team.id, this.teams.length);
      this.teams.push(team);
    }
    for (let number = 0; number < this.teams.length; number += 1) this.addTeam(number);
  }

  private addTeam(number: number): void {
    const { context } = this;
    const team = this.teams[number]!;
    if (team.calendar !== undefined) this.calendars.byId(team.calendar, team.id);
    const calendar = calendarOfTeam(context.model, team);
    const whole = this.calendars.of(calendar);
    this.teamCalendar.push(whole);
    if (this.calendars.list[whole]!.nextOpening(0) === Infinity) {
      refuse('simulation.neverOpens', { team: team.name, calendar: calendar.name }, team.id);
    }
    const own: number[] = [];
    const base = { teams: [number], costPerHour: team.costPerHour?.value ?? defaults.team.costPerHour };
    if (team.unlimited === true) {
      own.push(this.units.length);
      this.units.push({ ...base, id: team.name, person: undefined, skills: [], calendar: whole, rank: 1, unlimited: true });
    } else if (team.people !== undefined) {
      for (const [index, person] of team.people.entries()) own.push(this.addPerson(person, number, index + 1, team));
    } else {
      const capacity = team.capacity?.value ?? 0;
      if (!(capacity >= 1) || capacity > 100_000) refuse('simulation.noCapacity', { team: team.name }, team.id);
      if (!Number.isInteger(capacity)) refuse('simulation.brokenCapacity', { team: team.name, capacity }, team.id);
      for (let index = 0; index < capacity; index += 1) {
        own.push(this.units.length);
        const unitCalendar = this.calendars.ofUnit(calendar, index, capacity);
        this.units.push({ ...base, teams: [number], id: `${team.name} ${index + 1}`, person: undefined, skills: [], calendar: unitCalendar, rank: index + 1, unlimited: false });
      }
    }
    if (own.length === 0) refuse('simulation.noCapacity', { team: team.name }, team.id);
    this.unitsOfTeam.push(own);
  }

  private addPerson(id: ElementId, team: number, rank: number, of: Team): number {
    const person = this.context.model.people[id];
    if (person === undefined) return refuse('simulation.unknownPerson', { element: of.name, person: id }, of.id);
    const known = this.unitOfPerson.get(id);
    if (known !== undefined) {
      this.units[known]!.teams.push(team);
      return known;
    }
    const calendar = person.calendar === undefined ? calendarOfTeam(this.context.model, of) : findCalendar(this.context.model, person.calendar);
    if (calendar === undefined) return refuse('simulation.unknownCalendar', { element: person.name, calendar: person.calendar ?? '' }, person.id);
    const unit = this.units.length;
    this.unitOfPerson.set(id, unit);
    this.units.push({
      id: person.name, person: id, skills: person.skills ?? [], teams: [team], calendar: this.calendars.ofUnit(calendar, 0, 1),
      costPerHour: person.costPerHour?.value ?? of.costPerHour?.value ?? defaults.team.costPerHour, rank, unlimited: false,
    });
    return unit;
  }

  /** Number of a team that something needs. */
  team(id: ElementId, user: ElementId): number {
    const number = this.teamNumber.get(id);
    if (number !== undefined) return number;
    const team = this.context.model.teams[id];
    if (team === undefined) return refuse('simulation.unknownTeam', { element: this.context.name(user), team: id }, user);
    return refuse('simulation.noCapacity', { team: team.name }, id);
  }

  /** Team and units that one alternative names. */
  alternative(alternative: Alternative, user: ElementId): { readonly team: number; readonly units: readonly number[] } {
    if (alternative.person !== undefined) {
      const unit = this.unitOfPerson.get(alternative.person);
      if (unit === undefined) {
        if (this.context.model.people[alternative.person] !== undefined) {
          return refuse('simulation.personWithoutTeam', { element: this.context.name(user), person: this.context.name(alternative.person) }, user);
        }
        return refuse('simulation.unknownPerson', { element: this.context.name(user), person: alternative.person }, user);
      }
      const team = alternative.team === undefined ? this.units[unit]!.teams[0]! : this.team(alternative.team, user);
      return { team, units: [unit] };
    }
    if (alternative.team === undefined) return refuse('simulation.emptyRequirement', { element: this.context.name(user) }, user);
    const team = this.team(alternative.team, user);
    const all = this.unitsOfTeam[team]!;
    if (alternative.skill === undefined) return { team, units: all };
    const skilled = all.filter((unit) => this.units[unit]!.skills.includes(alternative.skill!));
    if (skilled.length === 0) {
      return refuse('simulation.nobodySkilled', { element: this.context.name(user), skill: alternative.skill, team: this.teams[team]!.name }, user);
    }
    return { team, units: skilled };
  }

  /** Team and calendar of a decider: a team or a person. */
  decider(id: ElementId, user: ElementId): { readonly team: number; readonly calendar: number; readonly requirement: Requirement } {
    if (this.context.model.people[id] !== undefined && !this.teamNumber.has(id)) {
      const { team, units } = this.alternative({ person: id }, user);
      return { team, calendar: this.units[units[0]!]!.calendar, requirement: { anyOf: [{ person: id }] } };
    }
    const team = this.team(id, user);
    return { team, calendar: this.teamCalendar[team]!, requirement: { anyOf: [{ team: id }] } };
  }
}
