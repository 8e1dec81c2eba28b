import { message } from '../../language/message.ts';
import { fail, succeed, type Outcome } from '../../language/outcome.ts';
import { z } from '../../language/zod.ts';
import type { ReplicationResult } from '../results/replication-result.ts';

const replicationSchema = z.custom<ReplicationResult>((value) => typeof value === 'object' && value !== null && 'leadTimes' in value);

/** One machine's part of a run: every n-th replication, as a file that `gather` takes. */
const shardSchema = z.object({
  format: z.literal('crossflow-shard'),
  version: z.literal(1),
  /** Fingerprint of document, scenario, settings and program: parts of different runs do not mix. */
  key: z.string(),
  /** Replications of the whole run. */
  replications: z.int().positive(),
  /** Which replications are in it, rising, and their results in the same order. */
  numbers: z.array(z.int().min(0)),
  results: z.array(replicationSchema),
  /** The same replications with inputs drawn from their ranges, where some are guesses. */
  drawn: z.array(replicationSchema).optional(),
  /** The whole run as it was asked for: the document as its file holds it, and what was said beside it. */
  run: z.object({ document: z.string(), scenario: z.string(), settings: z.record(z.string(), z.unknown()), gain: z.enum(['none', 'top', 'all']), version: z.string() }),
});
export type Shard = z.infer<typeof shardSchema>;

/** Replications of part `part` of `parts` (1 … parts), dealt out in turn so that parts take about equally long. */
export function shardNumbers(replications: number, part: number, parts: number): readonly number[] {
  return Array.from({ length: replications }, (_, number) => number).filter((number) => number % parts === part - 1);
}

/** A file's text as a shard. */
export function parseShard(text: string, file: string): Outcome<Shard> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail('shard-unreadable', message('simulation.shardUnreadable', { file }), { file });
  }
  const parsed = shardSchema.safeParse(data);
  if (!parsed.success || [parsed.data.results, parsed.data.drawn].some((results) => results !== undefined && results.length !== parsed.data.numbers.length)) {
    return fail('shard-unreadable', message('simulation.shardUnreadable', { file }), { file });
  }
  return succeed(parsed.data);
}

/** The replications of a whole run in order. */
export interface Gathered {
  readonly results: readonly ReplicationResult[];
  readonly drawn?: readonly ReplicationResult[];
}

/**
 * All replications of a run in order, from its parts in any order. Parts must be of one run, overlap nowhere and leave
 * nothing out: so the result has the bytes of a run on one machine.
 */
export function gatherShards(shards: readonly Shard[]): Outcome<Gathered> {
  const [first] = shards;
  if (!first) return fail('shard-none', message('simulation.shardNone'));
  if (shards.some(({ key, replications, drawn }) => key !== first.key || replications !== first.replications || (drawn === undefined) !== (first.drawn === undefined))) {
    return fail('shard-mixed', message('simulation.shardMixed'));
  }
  const found = new Map<number, { readonly result: ReplicationResult; readonly drawn: ReplicationResult | undefined }>();
  for (const { numbers, results, drawn } of shards) {
    for (const [index, number] of numbers.entries()) {
      if (found.has(number)) return fail('shard-twice', message('simulation.shardTwice', { n: number + 1 }));
      found.set(number, { result: results[index]!, drawn: drawn?.[index] });
    }
  }
  const missing = shardNumbers(first.replications, 1, 1).filter((number) => !found.has(number));
  if (missing.length > 0) return fail('shard-missing', message('simulation.shardMissing', { n: missing.length, first: missing[0]! + 1 }));
  const all = [...found].sort(([a], [b]) => a - b).map(([, one]) => one);
  const drawn = all.flatMap((one) => one.drawn ?? []);
  return succeed({ results: all.map(({ result }) => result), ...(drawn.length === 0 ? {} : { drawn }) });
}
