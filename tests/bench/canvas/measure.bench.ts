// Run by `npm run bench:canvas`: our canvas and a bare React Flow page, with the same drawing, in turns, in one run.
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root, startCrossflow } from '../../e2e/harness/crossflow.ts';
import { documentOf, drawing } from './drawing.mjs';

/** `CROSSFLOW_STEPS=200` measures another size, once. */
const asked = Number(process.env['CROSSFLOW_STEPS'] ?? 0);
const sizes = asked > 0 ? [{ steps: asked, rounds: 1 }] : [{ steps: 1000, rounds: 3 }, { steps: 5000, rounds: 1 }];

/** Times in milliseconds: to open, and the 95th percentile of a frame. */
interface Times {
  readonly open: number;
  readonly drag: number;
  readonly dragWhole: number;
  readonly pan: number;
  readonly zoom: number;
}

interface Subject {
  readonly page: Page;
  /** Shows the drawing; the milliseconds until it was painted. */
  readonly open: () => Promise<number>;
  /** Everything in view. */
  readonly whole: () => Promise<void>;
  /** As large as it is drawn. */
  readonly actual: () => Promise<void>;
  readonly end: () => Promise<void>;
}

const node = '.react-flow__node';

/** Ends when a node is there and has been painted; milliseconds since 1970. */
const painted = (page: Page): Promise<number> =>
  page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(selector) === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
        };
        look();
      }),
    node,
  );

/** The 95th percentile of the time between frames while something is done. */
const framesWhile = async (page: Page, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { benchFrames: frames, benchGoing: true });
    const frame = (now: number) => {
      frames.push(now);
      if ((window as unknown as { benchGoing: boolean }).benchGoing) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await act();
  const frames = await page.evaluate(() => {
    Object.assign(window, { benchGoing: false });
    return (window as unknown as { benchFrames: number[] }).benchFrames;
  });
  const gaps = frames.slice(1).map((now, index) => now - (frames[index] ?? now)).toSorted((one, other) => one - other);
  return gaps[Math.floor((gaps.length - 1) * 0.95)] ?? Number.NaN;
};

/** The middle of a node that lies well inside the page. */
const grip = async (page: Page): Promise<{ x: number; y: number }> => {
  const place = await page.evaluate((selector) => {
    const around = document.querySelector('.react-flow')?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
    const middle = { x: around.x + around.width / 2, y: around.y + around.height / 2 };
    const far = (one: { x: number; y: number }) => Math.hypot(one.x - middle.x, one.y - middle.y);
    return [...document.querySelectorAll(selector)]
      .map((element) => element.getBoundingClientRect())
      .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
      .toSorted((one, other) => far(one) - far(other))[0];
  }, node);
  if (place === undefined) throw new Error('There is no node in view.');
  return place;
};

const dragAround = async (page: Page): Promise<number> => {
  const from = await grip(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 10);
  const taken = await framesWhile(page, async () => {
    await page.mouse.move(from.x + 180, from.y + 90, { steps: 30 });
    await page.mouse.move(from.x - 120, from.y + 40, { steps: 30 });
    await page.mouse.move(from.x, from.y, { steps: 20 });
  });
  await page.mouse.up();
  await page.keyboard.press('Escape');
  return taken;
};

const wheel = async (page: Page, turns: readonly (readonly [number, number])[]): Promise<void> => {
  for (const [x, y] of turns) await page.mouse.wheel(x, y);
};

const alongAndBack = [...Array.from({ length: 25 }, () => [30, 10] as const), ...Array.from({ length: 25 }, () => [-30, -10] as const)];
const inAndOut = [...Array.from({ length: 20 }, () => [0, 20] as const), ...Array.from({ length: 20 }, () => [0, -20] as const)];

const timesOf = async ({ page, open, whole, actual }: Subject): Promise<Times> => {
  const opened = await open();
  await actual();
  await page.waitForTimeout(500);
  const drag = await dragAround(page);
  await page.mouse.move(720, 500);
  const pan = await framesWhile(page, () => wheel(page, alongAndBack));
  await whole();
  await page.waitForTimeout(800);
  const dragWhole = await dragAround(page);
  await page.mouse.move(720, 500);
  const panWhole = await framesWhile(page, () => wheel(page, alongAndBack));
  await page.keyboard.down('Control');
  const zoom = await framesWhile(page, () => wheel(page, inAndOut));
  await page.keyboard.up('Control');
  return { open: opened, drag, dragWhole, pan: Math.max(pan, panWhole), zoom };
};

const ours = async (steps: number, folder: string, profile: string): Promise<Subject> => {
  const file = path.join(folder, `${steps}.crossflow`);
  await writeFile(file, JSON.stringify(documentOf(steps)));
  const crossflow = await startCrossflow({ profile });
  const { page } = crossflow;
  await crossflow.chooseFiles([file]);
  return {
    page,
    open: async () => {
      const from = Date.now();
      await page.keyboard.press('Control+o');
      return (await painted(page)) - from;
    },
    whole: () => page.keyboard.press('Control+0'),
    actual: () => page.keyboard.press('Control+1'),
    end: () => crossflow.end(),
  };
};

const bare = async (steps: number, profile: string): Promise<Subject> => {
  const app: ElectronApplication = await _electron.launch({
    cwd: root,
    args: ['--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, path.join('out', 'bench', 'bare')],
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'bare' in window);
  const shown = drawing(steps);
  return {
    page,
    open: async () => {
      const from = Date.now();
      await page.evaluate((given) => (window as unknown as { bare: { show(drawing: unknown): void } }).bare.show(given), shown);
      return (await painted(page)) - from;
    },
    whole: () => page.evaluate(() => (window as unknown as { bare: { fit(): void } }).bare.fit()),
    actual: () => page.evaluate(() => (window as unknown as { bare: { zoomTo(zoom: number): void } }).bare.zoomTo(1)),
    end: async () => {
      await app.evaluate((electron) => electron.app.exit(0)).catch(() => undefined);
      await app.close().catch(() => undefined);
    },
  };
};

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

const labels: Readonly<Record<keyof Times, string>> = {
  open: 'open',
  drag: 'drag, as large as drawn',
  dragWhole: 'drag, everything in view',
  pan: 'pan',
  zoom: 'zoom',
};

for (const { steps, rounds } of sizes) {
  test(`${steps} steps`, async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'crossflow-canvas-'));
    const measured: { ours: Times[]; bare: Times[] } = { ours: [], bare: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const [who, make] of [['bare', () => bare(steps, path.join(folder, `bare-${round}`))], ['ours', () => ours(steps, folder, path.join(folder, `ours-${round}`))]] as const) {
        const subject = await make();
        measured[who].push(await timesOf(subject));
        await subject.end();
      }
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    console.log(`\n${steps} steps, ${drawing(steps).lines.length} flows: milliseconds to open, and the 95th percentile of a frame`);
    for (const measure of Object.keys(labels) as (keyof Times)[]) {
      const [one, other] = [median(measured.ours.map((times) => times[measure])), median(measured.bare.map((times) => times[measure]))];
      console.log(`  ${labels[measure].padEnd(26)} Crossflow ${one.toFixed(1).padStart(7)}   bare React Flow ${other.toFixed(1).padStart(7)}   ratio ${(one / other).toFixed(2)}`);
    }
    // Times are for the reader; what is tested is that both have shown the drawing.
    expect(measured.ours).toHaveLength(rounds);
  });
}
