import type { Model } from '../../document/model/model.ts';
import type { RunSettings as RunSettingsOfDocument } from '../../document/model/settings.ts';
import { say } from '../../language/say.ts';
import { compileNetwork } from '../network/compile.ts';
import type { Network } from '../network/network.ts';
import { resolveRunSettings } from '../network/run-settings.ts';
import type { ReplicationResult } from '../results/replication-result.ts';
import type { RunSettings } from '../results/used-settings.ts';
import type { Probe } from './probe.ts';
import { startRun } from './run.ts';

/** The network of a model that must compile. */
export function networkOf(model: Model, base?: Model): Network {
  const outcome = compileNetwork(model, { base });
  if (!outcome.ok) throw new Error(say(outcome.failure.message));
  return outcome.value;
}

/** Runs one replication of a model to its end, with every check on. */
export function runOnce(model: Model, given: RunSettingsOfDocument = {}, changes: Partial<RunSettings> = {}, probe?: Probe, base?: Model): ReplicationResult {
  const network = networkOf(model, base);
  const run = startRun(network, resolveRunSettings(network, given, { checks: true, ...changes }), 0, probe);
  while (run.advance(100_000) === 'more');
  return run.result();
}
