// The benchmark itself, bundled as the product is and run in plain Node (see bench.mjs). It prints ratios: times of one
// machine in one run. With a task in its arguments it is a thread or a process of its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { parseDocument } from '../../shared/document/file/parse.ts';
import { resolveScenario } from '../../shared/document/scenarios/resolve.ts';
import { examples } from '../../shared/examples/examples.ts';
import { readProcess } from '../../shared/interchange/read-process.ts';
import { say } from '../../shared/language/say.ts';
import type { Network } from '../../shared/simulation/network/network.ts';
import { arrivalRate, describe, everything, lean, type Line, median, networkOf, networkOfLine, queue, replicate, rounds, tandem, waitOf } from './runs.ts';

const own = fileURLToPath(import.meta.url);
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const ratio = (value: number, target?: string): string => `${value.toPrecision(3)}${target === undefined ? '' : ` (to reach: ${target})`}`;
const times = (count: number, measure: () => number): number[] => Array.from({ length: count }, measure);

const argumentsOf = (model: Line, items: number): string[] => [model.stations, model.servers, arrivalRate(model), 1, items, 1].map(String);

/** Until the compiler is done: with the set-up of short runs it is later than with the loop of long ones. */
const warmUp = (run: () => unknown): void => {
  const from = performance.now();
  for (let index = 0; index < 8 || performance.now() - from < 1000; index += 1) run();
};

/** What a process measures that runs one model in one way, beside the reference if there is one. */
interface Measured {
  readonly reference: readonly number[];
  readonly own: readonly number[];
  /** Mean waits that the two found. */
  readonly waits: readonly [reference: number, own: number];
}

const models = { queue, tandem };
const ways = { lean, everything };

/** One model in one way: after warm-up, in turn with the reference, so that both see the same weather. */
function measure(model: Line, way: typeof lean, reference: string | null): Measured {
  const network = networkOfLine(model);
  const run = (): ReturnType<typeof replicate> => replicate(network, model.items, way);
  warmUp(run);
  const taken = { reference: [] as number[], own: [] as number[] };
  let wait = NaN;
  for (let round = 0; round < rounds; round += 1) {
    if (reference !== null) {
      // The first repetition warms its memory up.
      const said = JSON.parse(execFileSync(reference, [...argumentsOf(model, model.items), '2']).toString()) as { seconds: number[]; wait: number };
      taken.reference.push(said.seconds[1] ?? NaN);
      wait = said.wait;
    }
    taken.own.push(run().seconds);
  }
  return { ...taken, waits: [wait, waitOf(run().result)] };
}

/** Each way has a process of its own, as the reference and the rivals have: what one teaches the compiler is no good to the other. */
function compareWithReference(name: keyof typeof models, reference: string | null): number {
  const model = models[name];
  const of = (way: keyof typeof ways): Measured =>
    JSON.parse(execFileSync(process.execPath, [own, JSON.stringify({ measure: { model: name, way }, reference })]).toString()) as Measured;
  const [plain, full] = [of('lean'), of('everything')];
  print(`${model.name}, ${model.items.toLocaleString('en')} items: lean ${describe(plain.own)}, everything on ${describe(full.own)}`);
  if (reference === null) print('  C++ (g++ -O2): not shown: no g++');
  else {
    const difference = Math.abs(plain.waits[1] / plain.waits[0] - 1);
    print(`  C++ (g++ -O2) ${describe(plain.reference)}; mean wait differs by ${difference.toExponential(1)}${difference < 1e-9 ? '' : ': NOT THE SAME'}`);
    const against = ({ reference: theirs, own: ours }: Measured): number => median(theirs) / median(ours);
    print(`  lean / C++            ${ratio(against(plain), model === queue ? '0.5' : '0.6')}`);
    print(`  everything on / C++   ${ratio(against(full), '0.2')}`);
  }
  return median(plain.own) / model.items;
}

/** Seconds per item of another simulator, in a process of its own; undefined where it is not there. */
function rival(command: string, file: string, model: Line, items: number): number | undefined {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ran = spawnSync(command, [file, ...argumentsOf(model, items)], { encoding: 'utf8' });
    if (ran.status !== 0) return undefined;
    taken.push((JSON.parse(ran.stdout) as { seconds: number }).seconds);
  }
  return median(taken) / items;
}

function compareWithRivals(root: string, model: Line, leanPerItem: number): void {
  const file = (name: string): string => path.join(root, 'tests', 'bench', name);
  const items = Math.round(30_000 / model.stations);
  const inScript = rival(process.execPath, file('simjs.mjs'), model, items);
  const inPython = rival('/usr/bin/python3', file('simpy.py'), model, items);
  print(`  lean / simjs          ${inScript === undefined ? 'not shown: no simjs' : ratio(inScript / leanPerItem, '10')}`);
  print(`  lean / SimPy          ${inPython === undefined ? 'not shown: no python3-simpy' : ratio(inPython / leanPerItem, '60')}`);
}

async function realModels(root: string): Promise<void> {
  print('Models of the real kind, everything on:');
  const show = (name: string, network: Network, items: number): void => {
    warmUp(() => replicate(network, items, everything));
    let events = 0;
    const taken = times(rounds, () => {
      const { seconds, result } = replicate(network, items, everything);
      events = result.events;
      return seconds;
    });
    print(`  ${name.padEnd(24)} ${items} items, ${events} events: ${describe(taken)}, ${((median(taken) / events) * 1e9).toFixed(0)} ns an event`);
  };
  for (const example of examples) {
    const parsed = parseDocument(example.text, example.id);
    if (!parsed.ok) throw new Error(say(parsed.failure.message));
    const document = parsed.value;
    const scenario = Object.keys(document.scenarios)[0] ?? '';
    const model = resolveScenario(document, scenario);
    if (!model.ok) throw new Error(say(model.failure.message));
    const { timeZone, hoursPerDay } = document.settings;
    show(example.id, networkOf(model.value, { timeZone, hoursPerDay, base: document.model }), 2000);
  }
  const folder = path.join(root, '..', 'shared', 'data', 'prosimos', 'Procure_to_Pay');
  if (!existsSync(folder)) return print('  Procure_to_Pay           not shown: no ../shared/data');
  const files = ['Procure_to_Pay.bpmn', 'Procure_to_Pay.json'].map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
  const read = await readProcess(files, { keepNames: true });
  if (!read.ok) throw new Error(say(read.failure.message));
  show('Procure_to_Pay', networkOf(read.value.model, { start: '2023-01-02T00:00' }), 2000);
}

interface Share {
  readonly from: number;
  readonly count: number;
}

/** Seconds that so many threads take for eight replications, from the first message on. */
async function withThreads(count: number): Promise<number> {
  const shares = Array.from({ length: count }, (_, index): Share => ({ from: (index * 8) / count, count: 8 / count }));
  const workers = shares.map((share) => new Worker(own, { workerData: share }));
  const heard = (): Promise<unknown> => Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('message', resolve))));
  await heard();
  const from = performance.now();
  const done = heard();
  for (const worker of workers) worker.postMessage('go');
  await done;
  const seconds = (performance.now() - from) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return seconds;
}

function beThread({ from, count }: Share): void {
  const network = networkOfLine(queue);
  warmUp(() => replicate(network, queue.items, everything));
  parentPort?.once('message', () => {
    for (let replication = from; replication < from + count; replication += 1) replicate(network, queue.items, everything, replication);
    parentPort?.postMessage('done');
  });
  parentPort?.postMessage('ready');
}

async function threads(): Promise<void> {
  const one: number[] = [];
  const two: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    one.push(await withThreads(1));
    two.push(await withThreads(2));
  }
  print(`Two threads / one: ${ratio(median(one) / median(two), '1.7')}, eight replications: ${describe(one)} and ${describe(two)}`);
}

/** Peak resident megabytes of a process of its own that runs so many items with everything on. */
const peakOf = (items: number): number => Number(execFileSync(process.execPath, [own, JSON.stringify({ peak: items })]).toString());

function memory(): void {
  const small = peakOf(1_000_000);
  const large = peakOf(10_000_000);
  print(`Memory, 10^7 / 10^6 items: ${ratio(large / small, '≤ 1.1')}; at 10^7 items ${large.toFixed(0)} MB (to reach: ≤ 200 MB)`);
}

/** Slope of log time against log size by least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (index: 0 | 1): number => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

function curves(): void {
  const network = networkOfLine(queue);
  warmUp(() => replicate(network, queue.items, everything));
  const points = [1e4, 1e5, 1e6, 1e7].map((items) => {
    const run = (): number => replicate(network, items, everything).seconds;
    if (items < queue.items) warmUp(run);
    return [items, median(times(items > 1e6 ? 3 : rounds, run))] as const;
  });
  print(`Cost against items: ${points.map(([items, seconds]) => `${items.toExponential(0)} ${((seconds / items) * 1e9).toFixed(0)} ns`).join(', ')} an item; log-log slope ${ratio(slopeOf(points), '0.95–1.05')}`);
  const perEvent = (model: Line): string => {
    const many = networkOfLine(model);
    warmUp(() => replicate(many, model.items, everything));
    let events = 1;
    const taken = times(rounds, () => {
      const { seconds, result } = replicate(many, model.items, everything);
      events = result.events;
      return seconds;
    });
    return `${((median(taken) / events) * 1e9).toFixed(0)} ns`;
  };
  const sizes = [1, 10, 100, 1000];
  const show = (what: string, of: (size: number) => Line): void => print(`Cost against ${what}: ${sizes.map((size) => `${size}: ${perEvent(of(size))}`).join(', ')} an event`);
  show('steps and teams', (size) => ({ name: '', stations: size, servers: 2, items: Math.max(200, Math.round(200_000 / size)) }));
  show('people of a team', (size) => ({ name: '', stations: 1, servers: size, items: 100_000 }));
}

/** Measures the parts that are named, or all. */
async function bench(root: string, reference: string | null, parts: readonly string[]): Promise<void> {
  const wanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
  print(`Node ${process.version}, ${process.arch}; medians of ${rounds}, seed 1, after warm-up`);
  if (wanted('lines')) for (const name of ['queue', 'tandem'] as const) compareWithRivals(root, models[name], compareWithReference(name, reference));
  if (wanted('real')) await realModels(root);
  if (wanted('threads')) await threads();
  if (wanted('memory')) memory();
  if (wanted('curves')) curves();
}

interface Task {
  readonly root?: string;
  readonly reference?: string | null;
  readonly parts?: readonly string[];
  readonly peak?: number;
  readonly measure?: { readonly model: keyof typeof models; readonly way: keyof typeof ways };
}

const task = JSON.parse(process.argv[2] ?? '{}') as Task;
if (!isMainThread) beThread(workerData as Share);
else if (task.measure !== undefined) {
  process.stdout.write(JSON.stringify(measure(models[task.measure.model], ways[task.measure.way], task.reference ?? null)));
} else if (task.peak !== undefined) {
  replicate(networkOfLine(queue), task.peak, everything);
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
} else await bench(task.root ?? '.', task.reference ?? null, task.parts ?? []);
