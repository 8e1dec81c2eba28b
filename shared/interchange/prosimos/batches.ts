import type { StepBatch } from '../../document/model/node.ts';
import { weekdays } from '../../document/model/fields.ts';
import { message } from '../../language/message.ts';
import { type Context, nodeName, stepOf } from './context.ts';
import { Refusal } from './refusal.ts';

type FiringTest = NonNullable<StepBatch['firing']>[number][number];

const attributes: Readonly<Record<string, FiringTest['attribute']>> = {
  size: 'size', large_wt: 'oldestWait', ready_wt: 'youngestWait', daily_hour: 'hour', week_day: 'weekday',
};
const modes: Readonly<Record<string, NonNullable<StepBatch['mode']>>> = { sequential: 'sequential', concurrent: 'concurrent', parallel: 'parallel' };

/** Batches of steps: their mode, sizes by weight, factors per size, and when they fire. */
export function applyBatches(context: Context): void {
  const { parameters, model, file, report } = context;
  for (const raw of parameters.batch_processing ?? []) {
    const step = stepOf(raw.task_id, context);
    const name = nodeName(step.id, context);
    const mode = modes[raw.type.toLowerCase()];
    if (mode === undefined) throw new Refusal(message('interchange.batchMode', { file, step: name, mode: raw.type }), step.id);
    const sizes = (raw.size_distrib ?? []).flatMap(({ key, value }) => (Number.isInteger(key) && key > 0 ? [{ size: key, weight: Math.max(0, value) }] : []));
    const factors = (raw.duration_distrib ?? []).flatMap(({ key, value }) => (Number.isInteger(key) && key > 0 && value > 0 ? [{ size: key, factor: value }] : []));
    const firing = (raw.firing_rules ?? []).map((group) => group.map((rule) => readTest(rule, name, context))).filter((group) => group.length > 0);
    model.nodes[step.id] = {
      ...step,
      batching: {
        mode,
        sizes: sizes.some((one) => one.weight > 0) ? sizes : [{ size: 1, weight: 1 }],
        ...(factors.length > 0 && { factors }),
        ...(firing.length > 0 && { firing }),
      },
    };
    if (raw.batch_frequency !== undefined && raw.batch_frequency < 1) report.add('dropped', message('interchange.batchShare', { step: name }), step.id);
  }
}

function readTest(rule: { attribute: string; comparison: string; value: string | number }, step: string, { file }: Context): FiringTest {
  const attribute = attributes[rule.attribute];
  const { comparison } = rule;
  const refuse = (): Refusal => new Refusal(message('interchange.batchRule', { file, step, rule: `${rule.attribute} ${comparison} ${rule.value}` }));
  if (comparison !== '=' && comparison !== '<' && comparison !== '<=' && comparison !== '>' && comparison !== '>=') throw refuse();
  if (attribute === 'weekday') {
    const day = weekdays.find((one) => String(rule.value).toLowerCase().startsWith(one));
    if (day === undefined) throw refuse();
    return { attribute, comparison, value: day };
  }
  if (attribute === undefined || typeof rule.value !== 'number') throw refuse();
  return { attribute, comparison, value: rule.value };
}

/** Several tasks at once: the most that a resource of a team does. */
export function applyMultitasking(teamOf: ReadonlyMap<string, string>, { parameters, model, report }: Context): void {
  for (const { resource_id: id, multitask_info: info = [] } of parameters.multitask?.values ?? []) {
    const team = model.teams[teamOf.get(id) ?? ''];
    const limit = Math.max(1, ...info.filter((one) => one.probability > 0).map((one) => Math.floor(one.parallel_tasks)));
    if (team === undefined || limit <= (team.multitasking?.limit ?? 1)) continue;
    model.teams[team.id] = { ...team, multitasking: { limit } };
    report.add('guessed', message('interchange.multitasking', { team: team.name, limit }), team.id);
  }
}
