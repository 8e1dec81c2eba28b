import type { Condition, Test } from '../../document/model/condition.ts';
import { message } from '../../language/message.ts';
import { type Context, nodeName } from './context.ts';
import { readDistribution } from './distributions.ts';
import { Refusal } from './refusal.ts';
import type { RawRules } from './schema.ts';

const tolerance = 1e-6;

/** Branch probabilities and conditions. Missing values share what is left; a decision's must sum to 1 within 1e-6. */
export function applyRouting(context: Context): void {
  const { parameters, model, file, report } = context;
  const rules = new Map((parameters.branch_rules ?? []).map((rule) => [rule.id, rule.rules]));
  for (const { gateway_id: id, probabilities } of parameters.gateway_branching_probabilities) {
    const node = model.nodes[id];
    if (node === undefined) throw new Refusal(message('interchange.unknownGateway', { file, id }), id);
    const outgoing = Object.values(model.flows).filter((flow) => flow.from === id && flow.kind !== 'information');
    for (const path of probabilities) {
      if (!outgoing.some((flow) => flow.id === path.path_id)) {
        throw new Refusal(message('interchange.unknownPath', { file, gateway: nodeName(id, context), id: path.path_id }), id);
      }
      if (path.value !== undefined && (path.value < 0 || path.value > 1 + tolerance)) {
        throw new Refusal(message('interchange.probabilityRange', { file, gateway: nodeName(id, context), value: path.value }), id);
      }
    }
    if (node.kind !== 'gateway' || node.decides === 'firstEvent') {
      report.add('dropped', message('interchange.noDecision', { gateway: nodeName(id, context) }), id);
      continue;
    }
    if (outgoing.length < 2) continue;
    const given = new Map(probabilities.map((path) => [path.path_id, path]));
    const open = outgoing.filter((flow) => given.get(flow.id)?.value === undefined);
    const sum = probabilities.reduce((total, path) => total + (path.value ?? 0), 0);
    if (node.decides === 'oneOf' && (sum > 1 + tolerance || (open.length === 0 && sum < 1 - tolerance))) {
      throw new Refusal(message('interchange.probabilitySum', { file, gateway: nodeName(id, context), sum: Math.round(sum * 1e6) / 1e6 }), id);
    }
    const share = open.length === 0 ? 0 : Math.max(0, 1 - sum) / open.length;
    if (open.length > 0) report.add('mapped', message('interchange.sharedRest', { gateway: nodeName(id, context), n: open.length }), id);
    for (const flow of outgoing) {
      const path = given.get(flow.id);
      const rule = path?.condition_id === undefined ? undefined : rules.get(path.condition_id);
      if (path?.condition_id !== undefined && rule === undefined) throw new Refusal(message('interchange.unknownRule', { file, id: path.condition_id }), id);
      model.flows[flow.id] = {
        ...flow,
        probability: { value: Math.min(1, path?.value ?? share), provenance: 'measured' },
        ...(rule !== undefined && { condition: readCondition(rule, file) }),
      };
    }
  }
}

/** Waiting times of events. */
export function applyEvents(context: Context): void {
  const { parameters, model, file } = context;
  for (const raw of parameters.event_distribution ?? []) {
    const node = model.nodes[raw.event_id];
    if (node?.kind !== 'event') throw new Refusal(message('interchange.unknownEvent', { file, id: raw.event_id }), raw.event_id);
    const { cadence: _, ...event } = node;
    model.nodes[node.id] = { ...event, wait: readDistribution(raw, context.dialect, { file, where: node.name ?? node.id, element: node.id }) };
  }
}

/** Rules of Prosimos as a condition: groups joined by "or" of tests joined by "and". An open end of a range is no test. */
export function readCondition(rules: RawRules, file: string): Condition {
  return {
    anyOf: rules.map((group) => group.flatMap((rule): Test[] => {
      const { attribute, value } = rule;
      const comparison = rule.comparison === '==' ? '=' : rule.comparison;
      if (comparison === 'in' && Array.isArray(value)) {
        const [low, high] = value.map(openEnd);
        if (value.length === 2 && (typeof low === 'number' || low === undefined) && (typeof high === 'number' || high === undefined)) {
          return [
            ...(typeof low === 'number' ? [{ attribute, comparison: '>=' as const, value: low }] : []),
            ...(typeof high === 'number' ? [{ attribute, comparison: '<=' as const, value: high }] : []),
          ];
        }
        return [{ attribute, comparison: 'in', value: [...value] }];
      }
      if (comparison !== '=' && comparison !== '!=' && comparison !== '<' && comparison !== '<=' && comparison !== '>' && comparison !== '>=' && comparison !== 'in') {
        throw new Refusal(message('interchange.unknownComparison', { file, attribute, comparison: rule.comparison }));
      }
      return [{ attribute, comparison, value: Array.isArray(value) ? [...value] : value }];
    })).filter((group) => group.length > 0),
  };
}

const openEnd = (value: string | number): string | number | undefined => (typeof value === 'string' && /^[-+]?inf(inity)?$/i.test(value.trim()) ? undefined : value);
