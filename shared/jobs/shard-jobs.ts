import { parseDocument } from '../document/file/parse.ts';
import { serialiseDocument } from '../document/file/serialise.ts';
import { runSettingsSchema } from '../document/model/settings.ts';
import { message } from '../language/message.ts';
import { fail, type Outcome, succeed } from '../language/outcome.ts';
import { gatherShards, parseShard, type Shard, shardNumbers } from '../simulation/experiment/shards.ts';
import { hashText } from '../simulation/kernel/keys.ts';
import type { JobOf, JobResults } from './job.ts';
import type { JobWatch, Ports } from './ports.ts';
import { conclude, isUnsure, openScenario } from './simulation-jobs.ts';

/** Runs one machine's part of a run and writes it down, with all that whoever gathers the parts needs. */
export async function runShard(job: JobOf<'shard'>, ports: Ports, watch: JobWatch): Promise<Outcome<JobResults['shard']>> {
  const { document, part, parts, settings = {}, gain = 'top' } = job;
  if (part > parts) return fail('shard-none', message('jobs.noSuchPart', { part, parts }));
  if ({ ...document.runSettings, ...settings }.precision !== undefined) return fail('shard-precision', message('jobs.partsNeedNumber'));
  const opened = await openScenario(job, ports, watch, ({ settings: { replications } }, model) => shardNumbers(replications, part, parts).length * (isUnsure(model) ? 2 : 1));
  if (!opened.ok) return opened;
  const { id, subject, laboratory } = opened.value;
  const { replications } = laboratory.settings;
  const numbers = shardNumbers(replications, part, parts);
  const results = await laboratory.some(subject, numbers);
  if (!results.ok) return results;
  const drawn = isUnsure(subject.model) ? await laboratory.some(subject, numbers, true) : succeed(undefined);
  if (!drawn.ok) return drawn;
  const run: Shard['run'] = { document: serialiseDocument(document), scenario: id, settings, gain, version: ports.version };
  const shard: Shard = {
    format: 'crossflow-shard', version: 1, key: fingerprint(run), replications, numbers: [...numbers], results: [...results.value],
    ...(drawn.value === undefined ? {} : { drawn: [...drawn.value] }), run,
  };
  return succeed({ text: `${JSON.stringify(shard)}\n` });
}

/** Gathers a run from its parts and concludes it as one machine would have. */
export async function gatherRun({ parts }: JobOf<'gather'>, ports: Ports, watch: JobWatch): Promise<Outcome<JobResults['gather']>> {
  const shards: Shard[] = [];
  for (const { name, text } of parts) {
    const shard = parseShard(text, name);
    if (!shard.ok) return shard;
    if (shard.value.key !== fingerprint(shard.value.run)) return fail('shard-unreadable', message('simulation.shardUnreadable', { file: name }), { file: name });
    shards.push(shard.value);
  }
  const gathered = gatherShards(shards);
  if (!gathered.ok) return gathered;
  const [first] = shards;
  const [firstPart] = parts;
  if (first === undefined || firstPart === undefined) return fail('shard-none', message('simulation.shardNone'));
  const { run } = first;
  if (run.version !== ports.version) return fail('shard-version', message('jobs.partsOfVersion', { theirs: run.version, ours: ports.version }));
  const document = parseDocument(run.document, firstPart.name);
  if (!document.ok) return document;
  const settings = runSettingsSchema.safeParse(run.settings);
  if (!settings.success) return fail('shard-unreadable', message('simulation.shardUnreadable', { file: firstPart.name }), { file: firstPart.name });
  const opened = await openScenario({ document: document.value, scenario: run.scenario, settings: settings.data }, ports, watch, () => 0);
  if (!opened.ok) return opened;
  const { results, drawn } = gathered.value;
  const result = await conclude(opened.value, results, drawn, run.gain, ports);
  return result.ok ? succeed({ document: document.value, scenario: run.scenario, result: result.value }) : result;
}

/** Equal for parts of one run, and hardly ever for others. */
function fingerprint(run: Shard['run']): string {
  const text = JSON.stringify(run);
  return [1, 2, 3, 4].map((salt) => (hashText(text, salt) >>> 0).toString(16).padStart(8, '0')).join('');
}
