/** The part of a model that says how branches share: nodes that decide, and flows with probabilities. */
export interface Branching {
  readonly nodes: Readonly<Record<string, { readonly kind: string; readonly decides?: string | undefined }>>;
  readonly flows: Readonly<Record<string, { readonly from: string; readonly probability?: { readonly value: number } | undefined }>>;
}

/**
 * After probabilities were changed one by one, those of each "one of" gateway are scaled to the sum they had before.
 * Where all became 0 the old ones stand.
 */
export function shareOutBranches<M extends Branching>(changed: M, before: M): M {
  const sums = new Map<string, { before: number; after: number }>();
  for (const [id, flow] of Object.entries(changed.flows)) {
    if (!decidesOne(changed, flow.from) || flow.probability === undefined) continue;
    const sum = sums.get(flow.from) ?? { before: 0, after: 0 };
    sum.before += before.flows[id]?.probability?.value ?? 0;
    sum.after += flow.probability.value;
    sums.set(flow.from, sum);
  }
  if (![...sums.values()].some((sum) => sum.before !== sum.after)) return changed;
  const flows = Object.entries(changed.flows).map(([id, flow]) => {
    const sum = sums.get(flow.from);
    if (!flow.probability || !sum || sum.before === sum.after) return [id, flow];
    const old = before.flows[id]?.probability?.value ?? 0;
    const value = sum.after > 0 ? (flow.probability.value * sum.before) / sum.after : old;
    return [id, { ...flow, probability: { ...flow.probability, value } }];
  });
  return { ...changed, flows: Object.fromEntries(flows) };
}

function decidesOne(model: Branching, node: string): boolean {
  return model.nodes[node]?.decides === 'oneOf';
}
