// What holds of every model: each property takes a description and answers with faults, none where it holds.
import type { Model } from '../../shared/document/model/model.ts';
import { say } from '../../shared/language/say.ts';
import type { Probe } from '../../shared/simulation/engine/probe.ts';
import { startRun } from '../../shared/simulation/engine/run.ts';
import { summariseRun } from '../../shared/simulation/experiment/summarise.ts';
import { compileNetwork } from '../../shared/simulation/network/compile.ts';
import type { Network } from '../../shared/simulation/network/network.ts';
import { resolveRunSettings } from '../../shared/simulation/network/run-settings.ts';
import type { ReplicationResult } from '../../shared/simulation/results/replication-result.ts';
import type { RunSettings } from '../../shared/simulation/results/used-settings.ts';
import { type Block, type Description, modelOf } from './generated-model.ts';
import { faultsOf, faultsOfDrained, faultsOfRun } from './identities.ts';
import { idleBesideWork } from './idle-beside-work.ts';
import { differing, drawsOf } from './draws.ts';
import { scaled } from './scaled.ts';

const DAY = 86_400;

const networkOf = (model: Model, base?: Model): Network => {
  const compiled = compileNetwork(model, base === undefined ? {} : { base });
  if (!compiled.ok) throw new Error(say(compiled.failure.message));
  return compiled.value;
};

const settingsOf = (network: Network, changes: Partial<RunSettings> = {}): RunSettings =>
  resolveRunSettings(network, {}, {
    mode: 'terminating', horizon: 8 * DAY, period: DAY / 4, checks: true, limits: { events: 60_000, items: 2_000, time: 1000 * DAY, instant: 1e5 }, ...changes,
  });

function run(network: Network, settings: RunSettings, probe?: Probe, slice = 100_000): ReplicationResult {
  const started = startRun(network, settings, 0, probe);
  while (started.advance(slice) === 'more');
  return started.result();
}

/** More work than anybody can do was stopped by a limit: its sums end in mid-air. */
const overloaded = ({ ended }: ReplicationResult): boolean => ended === 'events' || ended === 'items';

const everyBlock = (block: Block, holds: (block: Block) => boolean): boolean =>
  holds(block) && (block.type === 'step' || (block.type === 'loop' ? [block.part] : block.parts).every((part) => everyBlock(part, holds)));

/** The same without what a property cannot see through. */
const withoutTeamFields = (description: Description, ...names: readonly (keyof Description['teams'][number]['fields'])[]): Description => ({
  ...description,
  teams: description.teams.map((team) => ({ ...team, fields: Object.fromEntries(Object.entries(team.fields).filter(([name]) => !names.some((each) => each === name))) })),
});

const mapSteps = (block: Block, change: (step: Block & { type: 'step' }) => Block): Block => {
  if (block.type === 'step') return change(block);
  if (block.type === 'loop') return { ...block, part: mapSteps(block.part, change) };
  return { ...block, parts: block.parts.map((part) => mapSteps(part, change)) };
};

const withoutWays = (description: Description, keep: readonly string[] = []): Description => ({
  ...description,
  block: mapSteps(description.block, ({ way, ...step }) => (way !== undefined && keep.includes(way) ? { ...step, way } : step)),
});

export interface Property {
  readonly name: string;
  readonly faults: (description: Description) => readonly string[];
}

export const properties: readonly Property[] = [
  {
    name: 'its account adds up, drained',
    faults(description) {
      const network = networkOf(modelOf(description));
      const settings = settingsOf(network);
      const result = run(network, settings);
      if (overloaded(result)) return [];
      return [...faultsOf(result, network), ...faultsOfDrained(result, network), ...faultsOfRun(summariseRun([result], settings, network, { version: 'v', scenario: 's' }))];
    },
  },
  {
    name: 'its account adds up, steady and in a window',
    faults(description) {
      const network = networkOf(modelOf(description));
      const settings = settingsOf(network, { mode: 'steady', warmUp: DAY, horizon: 6 * DAY });
      const result = run(network, settings);
      if (result.items.counted === 0 || overloaded(result)) return [];
      return [...faultsOf(result, network), ...faultsOfRun(summariseRun([result], settings, network, { version: 'v', scenario: 's' }))];
    },
  },
  {
    name: 'the same seed gives the same bytes, in slices of any size and without attribution the same times',
    faults(description) {
      const network = networkOf(modelOf(description));
      const settings = settingsOf(network);
      const whole = JSON.stringify(run(network, settings));
      const faults = [1, 7].filter((slice) => JSON.stringify(run(network, settings, undefined, slice)) !== whole).map((slice) => `slices of ${slice} give other bytes`);
      if (JSON.stringify(run(networkOf(modelOf(description)), settings)) !== whole) faults.push('compiled again it gives other bytes');
      const watched = JSON.stringify(run(network, settings, { tell: () => undefined }));
      if (watched !== whole) faults.push('watched it gives other bytes');
      const lean = run(network, settingsOf(network, { attribution: false }));
      const full = run(network, settings);
      if (lean.leadTime !== full.leadTime || lean.events !== full.events) faults.push(`lean: lead time ${lean.leadTime} against ${full.leadTime}, ${lean.events} events against ${full.events}`);
      return faults;
    },
  },
  {
    name: 'nobody is idle on shift beside work',
    faults(description) {
      const plain = withoutWays(withoutTeamFields(description, 'interrupts', 'otherWork', 'protectedShare', 'wipLimit', 'startAt', 'multitasking'));
      const network = networkOf(modelOf({ ...plain, teams: plain.teams }));
      const watch = idleBesideWork(network);
      const { patience: _, ...patient } = plain;
      const built = networkOf(modelOf(patient));
      run(built, settingsOf(built), watch);
      return watch.faults.slice(0, 3);
    },
  },
  {
    name: 'twice all times is twice every time, exactly',
    faults(description) {
      if (description.handoffs.some((handoff) => handoff.cadence?.type === 'weekly')) return [];
      const round: Description = withoutWays({ ...description, teams: description.teams.map((team) => ({ ...team, office: false })) }, ['latency', 'meeting', 'withNext', 'eitherNext']);
      const model = modelOf(withoutTeamFields(round, 'protectedShare'));
      const [once, twice] = [networkOf(model), networkOf(scaled(model, 2))];
      const a = run(once, settingsOf(once));
      if (overloaded(a)) return [];
      const b = run(twice, settingsOf(twice, { horizon: 16 * DAY, period: DAY / 2, limits: { events: 60_000, items: 2_000, time: 2000 * DAY, instant: 1e5 } }));
      const pairs: readonly (readonly [string, number, number])[] = [
        ['events', a.events, b.events],
        ['items', a.items.finished, b.items.finished],
        ['lead time', a.leadTime * 2, b.leadTime],
        ['end', a.endTime * 2, b.endTime],
        ...a.causes.map((seconds, index) => [`cause ${index}`, seconds * 2, b.causes[index] ?? 0] as const),
        ...a.steps.map((step, index) => [`wait at step ${index}`, step.waiting * 2, b.steps[index]?.waiting ?? 0] as const),
      ];
      return pairs.filter(([, x, y]) => x !== y).map(([what, x, y]) => `${what}: ${x} against ${y}`);
    },
  },
  {
    name: 'more demand only adds items',
    faults(description) {
      const at = (value: number): Model => {
        const model = modelOf(description);
        for (const demand of Object.values(model.demandClasses)) model.demandClasses[demand.id] = { ...demand, arrivals: { type: 'rate', value, per: 'd' } };
        return model;
      };
      const base = at(4);
      const fewer = networkOf(base, base);
      const more = networkOf(at(6), base);
      const [a, b] = [drawsOf(fewer), drawsOf(more)];
      run(fewer, settingsOf(fewer), a);
      run(more, settingsOf(more), b);
      const gone = [...a.arrivals].filter(([item, time]) => b.arrivals.get(item) !== time).map(([item]) => `${item} does not start as before`);
      if (b.arrivals.size < a.arrivals.size) gone.push('there are fewer items');
      return [...gone.slice(0, 3), ...(drawsStand(description) ? differing(a, b).slice(0, 3) : [])];
    },
  },
  {
    name: 'a change elsewhere shifts no other draw',
    faults(description) {
      if (!drawsStand(description)) return [];
      const changed: Description = {
        ...description,
        teams: description.teams.map((team, index) => (index === 0 ? { ...team, capacity: team.capacity + 1, office: !team.office } : team)),
        handoffs: description.handoffs.map(({ transfer: _, ...handoff }) => handoff),
      };
      const [one, other] = [networkOf(modelOf(description)), networkOf(modelOf(changed))];
      const [a, b] = [drawsOf(one), drawsOf(other)];
      run(one, settingsOf(one), a);
      run(other, settingsOf(other), b);
      const moved = [...a.arrivals].filter(([item, time]) => b.arrivals.get(item) !== time).map(([item]) => `${item} does not start as before`);
      return [...moved.slice(0, 3), ...differing(a, b).slice(0, 3)];
    },
  },
];

/** Draws can be read off a run where work is not begun afresh and nobody leaves half way. */
const drawsStand = (description: Description): boolean =>
  description.patience === undefined &&
  description.teams.every(({ fields }) => fields.wipLimit === undefined && fields.multitasking === undefined) &&
  everyBlock(description.block, (block) => block.type !== 'step' || (block.way !== 'batch' && block.way !== 'eitherNext'));
