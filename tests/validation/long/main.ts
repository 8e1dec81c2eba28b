// `validate.mjs [theory|invariants|results|coverage] [part of a name] [number of models]`; without arguments theory, invariants and results.
// `validate.mjs one [part of a name] description.json` looks again at a model that was found.
import os from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { validateOne } from './one.ts';
import { type Finding, type Kind, kinds, perform, type Task, tasksOf, together } from './task.ts';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Gives a thread the next task until there is none. */
function work(tasks: Task[], hear: (task: Task, finding: Finding) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url));
    let task = tasks.shift();
    const next = (): void => {
      if (task === undefined) {
        void thread.terminate();
        return resolve();
      }
      thread.postMessage(task);
    };
    thread.on('message', (finding: Finding) => {
      if (task !== undefined) hear(task, finding);
      task = tasks.shift();
      next();
    });
    thread.on('error', reject);
    next();
  });
}

async function validate(wanted: readonly Kind[], part: string, models: number): Promise<boolean> {
  const from = performance.now();
  const tasks = wanted.flatMap((kind) => tasksOf(kind, part, models));
  const count = tasks.length;
  const findings: { readonly task: Task; readonly finding: Finding }[] = [];
  const show = ({ fine, line, details }: Finding): void => {
    print(`${fine ? 'holds' : 'FAILS'}  ${line}`);
    for (const detail of details) print(`         ${detail}`);
  };
  await Promise.all(Array.from({ length: Math.min(count, os.availableParallelism()) }, () => work(tasks, (task, finding) => {
    findings.push({ task, finding });
    show(finding);
  })));
  const pooled = wanted.flatMap((kind) => together(kind, findings.filter(({ task }) => task.kind === kind).map(({ finding }) => finding)) ?? []);
  pooled.forEach(show);
  const wrong = [...findings.map(({ finding }) => finding), ...pooled].filter(({ fine }) => !fine).length;
  const minutes = ((performance.now() - from) / 60_000).toFixed(1);
  print(`${wrong === 0 ? `All ${count} hold` : `${wrong} of ${count} do not hold`}, ${minutes} minutes.`);
  return wrong === 0 && count > 0;
}

async function main(): Promise<number> {
  const [, , what = 'all', part = '', given] = process.argv;
  if (what === 'one') return validateOne(part, given ?? '', print) ? 0 : 1;
  const wanted = what === 'all' ? kinds.filter((kind) => kind !== 'coverage') : kinds.filter((kind) => kind === what);
  if (wanted.length > 0) return (await validate(wanted, part, Number(given ?? '2000'))) ? 0 : 1;
  print(`There is no validation called "${what}": choose ${[...kinds, 'one'].join(', ')}.`);
  return 2;
}

if (isMainThread) process.exitCode = await main();
else parentPort?.on('message', (task: Task) => parentPort?.postMessage(perform(task)));
