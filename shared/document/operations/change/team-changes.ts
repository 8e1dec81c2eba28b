import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { entity, idSchema, positiveFigureSchema, shareSchema } from '../../model/fields.ts';
import { contractTermSchema, disciplines, interruptSchema, teamSchema } from '../../model/organisation.ts';
import { findCalendar, nameOf } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, firstRefusal, mustBeStep, mustExist, namesOf } from '../requirements.ts';
import { scaled } from './distributions.ts';

const team = idSchema;

/** How many units a team has. A team of named people changes by its people. */
export const teamSetCapacity = defineOperation({
  schema: entity({ type: z.literal('team.setCapacity'), team, capacity: positiveFigureSchema }),
  apply: (draft, payload) => {
    const found = draft.teams[payload.team];
    if (found !== undefined) found.capacity = payload.capacity;
  },
  touches: (payload) => [payload.team],
  sentence: (payload, before) => message('document.did.capacity', { team: nameOf(before, payload.team), n: payload.capacity.value }),
  refuses: (payload, before) =>
    firstOf(
      mustExist(before, 'teams', payload.team),
      before.teams[payload.team]?.people === undefined ? undefined : message('document.refused.namedPeople', { team: nameOf(before, payload.team) }),
    ),
  mergeKey: (payload) => `team.setCapacity ${payload.team}`,
});

/** When a team works; without a calendar it goes by its party's. */
export const teamSetCalendar = defineOperation({
  schema: entity({ type: z.literal('team.setCalendar'), team, calendar: idSchema.optional() }),
  apply: (draft, payload) => {
    const found = draft.teams[payload.team];
    if (found === undefined) return;
    if (payload.calendar === undefined) delete found.calendar;
    else found.calendar = payload.calendar;
  },
  touches: (payload) => [payload.team],
  sentence: (payload, before) => {
    const calendar = payload.calendar === undefined ? undefined : findCalendar(before, payload.calendar);
    return calendar === undefined
      ? message('document.did.calendarNone', { team: nameOf(before, payload.team) })
      : message('document.did.calendar', { team: nameOf(before, payload.team), calendar: calendar.name });
  },
  refuses: (payload, before) =>
    firstOf(
      mustExist(before, 'teams', payload.team),
      payload.calendar === undefined || findCalendar(before, payload.calendar) !== undefined ? undefined : mustExist(before, 'calendars', payload.calendar),
    ),
  mergeKey: (payload) => `team.setCalendar ${payload.team}`,
});

/** What a team takes up next. */
export const teamSetDiscipline = defineOperation({
  schema: entity({ type: z.literal('team.setDiscipline'), team, discipline: z.enum(disciplines) }),
  apply: (draft, payload) => {
    const found = draft.teams[payload.team];
    if (found !== undefined) found.discipline = payload.discipline;
  },
  touches: (payload) => [payload.team],
  sentence: (payload, before) =>
    message('document.did.discipline', { team: nameOf(before, payload.team), discipline: message(`document.discipline.${payload.discipline}`) }),
  refuses: (payload, before) => mustExist(before, 'teams', payload.team),
  mergeKey: (payload) => `team.setDiscipline ${payload.team}`,
});

/** How much a team has in hand at most; without a limit it takes all. */
export const teamSetWipLimit = defineOperation({
  schema: entity({ type: z.literal('team.setWipLimit'), team, wipLimit: teamSchema.shape.wipLimit }),
  apply: (draft, payload) => {
    const found = draft.teams[payload.team];
    if (found === undefined) return;
    if (payload.wipLimit === undefined) delete found.wipLimit;
    else found.wipLimit = payload.wipLimit;
  },
  touches: (payload) => [payload.team],
  sentence: (payload, before) =>
    payload.wipLimit === undefined
      ? message('document.did.wipNone', { team: nameOf(before, payload.team) })
      : message('document.did.wip', { team: nameOf(before, payload.team), n: payload.wipLimit.limit }),
  refuses: (payload, before) => mustExist(before, 'teams', payload.team),
  mergeKey: (payload) => `team.setWipLimit ${payload.team}`,
});

/** The share of a team's time kept for improvement. */
export const teamProtect = defineOperation({
  schema: entity({ type: z.literal('team.protect'), team, share: shareSchema }),
  apply: (draft, payload) => {
    const found = draft.teams[payload.team];
    if (found === undefined) return;
    if (payload.share.value === 0) delete found.protectedShare;
    else found.protectedShare = payload.share;
  },
  touches: (payload) => [payload.team],
  sentence: (payload, before) =>
    message('document.did.protect', { team: nameOf(before, payload.team), percent: Math.round(payload.share.value * 1000) / 10 }),
  refuses: (payload, before) => mustExist(before, 'teams', payload.team),
  mergeKey: (payload) => `team.protect ${payload.team}`,
});

/** A stream of unplanned work of a team: a new one, or new figures for the one with that id. */
export const interruptSet = defineOperation({
  schema: entity({ type: z.literal('interrupt.set'), team, interrupt: interruptSchema }),
  apply: (draft, payload) => {
    const found = draft.teams[payload.team];
    if (found === undefined) return;
    const streams = found.interrupts ?? [];
    const at = streams.findIndex((stream) => stream.id === payload.interrupt.id);
    if (at < 0) streams.push(payload.interrupt);
    else streams[at] = payload.interrupt;
    found.interrupts = streams;
  },
  touches: (payload) => [payload.team],
  sentence: (payload, before) => message('document.did.interrupt', { team: nameOf(before, payload.team), interrupt: payload.interrupt.name }),
  refuses: (payload, before) => mustExist(before, 'teams', payload.team),
  mergeKey: (payload) => `interrupt.set ${payload.team} ${payload.interrupt.id}`,
});

/** Spares a team one stream of unplanned work. */
export const interruptRemove = defineOperation({
  schema: entity({ type: z.literal('interrupt.remove'), team, interrupt: idSchema }),
  apply: (draft, payload) => {
    const found = draft.teams[payload.team];
    if (found?.interrupts === undefined) return;
    found.interrupts = found.interrupts.filter((stream) => stream.id !== payload.interrupt);
    if (found.interrupts.length === 0) delete found.interrupts;
  },
  touches: (payload) => [payload.team],
  sentence: (payload, before) => {
    const stream = before.teams[payload.team]?.interrupts?.find((other) => other.id === payload.interrupt);
    return message('document.did.interruptRemove', { team: nameOf(before, payload.team), interrupt: stream?.name ?? payload.interrupt });
  },
  refuses: (payload, before) =>
    firstOf(
      mustExist(before, 'teams', payload.team),
      before.teams[payload.team]?.interrupts?.some((stream) => stream.id === payload.interrupt) === true
        ? undefined
        : message('document.refused.gone', { element: payload.interrupt }),
    ),
});

/** Lets a team do steps that others do now, beside them; `factor` is how much longer (or shorter) it takes. */
export const stepCrossTrain = defineOperation({
  schema: entity({ type: z.literal('step.crossTrain'), team, steps: z.array(idSchema).min(1), factor: z.number().positive().optional() }),
  apply: (draft, payload) => {
    for (const id of payload.steps) {
      const step = draft.nodes[id];
      if (step?.kind !== 'step') continue;
      const time = payload.factor === undefined || step.serviceTime === undefined ? undefined : scaled(step.serviceTime, payload.factor);
      const alternative = { team: payload.team, ...(time !== undefined && { serviceTime: time }) };
      const lead = step.requirements?.[0];
      if (lead === undefined) step.requirements = [{ anyOf: [alternative] }];
      else if (!lead.anyOf.some((other) => other.team === payload.team)) lead.anyOf.push(alternative);
    }
  },
  touches: (payload) => [payload.team, ...payload.steps],
  sentence: (payload, before) => message('document.did.crossTrain', { team: nameOf(before, payload.team), steps: namesOf(before, payload.steps) }),
  refuses: (payload, before) => firstOf(mustExist(before, 'teams', payload.team), firstRefusal(payload.steps, (step) => mustBeStep(before, step))),
});

/** What a vendor's contract promises as a whole, or nothing. */
export const partySetTerm = defineOperation({
  schema: entity({
    type: z.literal('party.setTerm'),
    party: idSchema,
    term: contractTermSchema.optional(),
  }),
  apply: (draft, payload) => {
    const party = draft.parties[payload.party];
    if (party === undefined) return;
    if (payload.term === undefined) delete party.contract;
    else party.contract = payload.term;
  },
  touches: (payload) => [payload.party],
  sentence: (payload, before) => message('document.did.contract', { element: nameOf(before, payload.party) }),
  refuses: (payload, before) => mustExist(before, 'parties', payload.party),
  mergeKey: (payload) => `party.setTerm ${payload.party}`,
});
