import { message } from '../../../language/message.ts';
import { z } from '../../../language/zod.ts';
import { arrivalsSchema, priorityRuleSchema } from '../../model/demand.ts';
import { entity, idSchema } from '../../model/fields.ts';
import type { Model } from '../../model/model.ts';
import { nameOf } from '../../model/queries.ts';
import { defineOperation } from '../operation-kind.ts';
import { firstOf, mustExist } from '../requirements.ts';
import { scaled } from './distributions.ts';

const demandClass = idSchema;

/** When and how many items of a class arrive. */
export const demandSet = defineOperation({
  schema: entity({ type: z.literal('demand.set'), demandClass, arrivals: arrivalsSchema }),
  apply: (draft, payload) => {
    const found = draft.demandClasses[payload.demandClass];
    if (found !== undefined) found.arrivals = payload.arrivals;
  },
  touches: (payload) => [payload.demandClass],
  sentence: (payload, before) => message('document.did.demand', { demand: nameOf(before, payload.demandClass) }),
  refuses: (payload, before) => mustExist(before, 'demandClasses', payload.demandClass),
  mergeKey: (payload) => `demand.set ${payload.demandClass}`,
});

/** `factor` times as many items of a class: a higher rate, shorter times between, a larger population. A list of dates cannot be scaled. */
export const demandScale = defineOperation({
  schema: entity({ type: z.literal('demand.scale'), demandClass, factor: z.number().positive() }),
  apply: (draft, { demandClass: id, factor }) => {
    const arrivals = draft.demandClasses[id]?.arrivals;
    if (arrivals?.type === 'rate') arrivals.value *= factor;
    if (arrivals?.type === 'interArrival') arrivals.time = scaled(arrivals.time, 1 / factor);
    if (arrivals?.type === 'closed') arrivals.population.value = Math.max(1, Math.round(arrivals.population.value * factor));
  },
  touches: (payload) => [payload.demandClass],
  sentence: (payload, before) =>
    message('document.did.demandScale', { demand: nameOf(before, payload.demandClass), percent: Math.round(payload.factor * 1000) / 10 }),
  refuses: (payload, before) => firstOf(mustExist(before, 'demandClasses', payload.demandClass), mustScale(before, payload.demandClass)),
});

function mustScale(model: Model, id: string) {
  const arrivals = model.demandClasses[id]?.arrivals;
  return arrivals === undefined || arrivals.type === 'list' ? message('document.refused.noVolume', { demand: nameOf(model, id) }) : undefined;
}

/** How urgent a class is, with the rules that override it. 1 is the most urgent. */
export const demandSetPriority = defineOperation({
  schema: entity({ type: z.literal('demand.setPriority'), demandClass, priority: z.number(), rules: z.array(priorityRuleSchema).optional() }),
  apply: (draft, payload) => {
    const found = draft.demandClasses[payload.demandClass];
    if (found === undefined) return;
    found.priority = payload.priority;
    if (payload.rules !== undefined) found.priorityRules = payload.rules;
  },
  touches: (payload) => [payload.demandClass],
  sentence: (payload, before) => message('document.did.priority', { demand: nameOf(before, payload.demandClass), priority: payload.priority }),
  refuses: (payload, before) => mustExist(before, 'demandClasses', payload.demandClass),
  mergeKey: (payload) => `demand.setPriority ${payload.demandClass}`,
});
