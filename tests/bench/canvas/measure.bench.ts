// Run by `npm run bench:canvas`: our canvas and a bare React Flow page, with the same drawing, in turns, in one run.
import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { drawing } from './drawing.mjs';
import { clockOf, takenBy, type Clock, type Taken } from './frames.ts';
import { bare, node, ours, type Subject } from './subjects.ts';

/** `CROSSFLOW_STEPS=200` measures another size, once. */
const asked = Number(process.env['CROSSFLOW_STEPS'] ?? 0);
const sizes = asked > 0 ? [{ steps: asked, rounds: 1 }] : [{ steps: 1000, rounds: 3 }, { steps: 5000, rounds: 1 }];

/** Three quarters of a frame, ms: whoever needs less than that for an event is quick, whatever the other one needs. */
const alwaysAllowed = 12.5;

const gestures = {
  drag: 'drag, as large as drawn',
  dragWhole: 'drag, everything in view',
  pan: 'pan, as large as drawn',
  panWhole: 'pan, everything in view',
  zoom: 'zoom, from everything to words and back',
} as const;

type Gesture = keyof typeof gestures;

type Times = Readonly<Record<Gesture, Taken>> & { readonly open: number };

/** The middle of the node that lies nearest to the middle of the page. */
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

const dragAround = async (page: Page, clock: Clock): Promise<Taken> => {
  const from = await grip(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 10);
  const taken = await takenBy(page, clock, 80, async () => {
    await page.mouse.move(from.x + 180, from.y + 90, { steps: 30 });
    await page.mouse.move(from.x - 120, from.y + 40, { steps: 30 });
    await page.mouse.move(from.x, from.y, { steps: 20 });
  });
  await page.mouse.up();
  await page.keyboard.press('Escape');
  return taken;
};

type Turns = readonly (readonly [number, number])[];

const turned = (times: number, by: readonly [number, number]): Turns => Array.from({ length: times }, () => by);
const alongAndBack = [...turned(25, [30, 10]), ...turned(25, [-30, -10])];
const inAndOut = [...turned(25, [0, -70]), ...turned(25, [0, 70])];

const wheel = (page: Page, clock: Clock, turns: Turns): Promise<Taken> =>
  takenBy(page, clock, turns.length, async () => {
    for (const [x, y] of turns) await page.mouse.wheel(x, y);
  });

const timesOf = async ({ page, open, whole, actual }: Subject): Promise<Times> => {
  const opened = await open();
  const clock = await clockOf(page);
  await actual();
  await page.waitForTimeout(500);
  const drag = await dragAround(page, clock);
  await page.mouse.move(720, 300);
  const pan = await wheel(page, clock, alongAndBack);
  await whole();
  await page.waitForTimeout(800);
  const dragWhole = await dragAround(page, clock);
  await page.mouse.move(720, 300);
  const panWhole = await wheel(page, clock, alongAndBack);
  await page.keyboard.down('Control');
  const zoom = await wheel(page, clock, inAndOut);
  await page.keyboard.up('Control');
  return { open: opened, drag, dragWhole, pan, panWhole, zoom };
};

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

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
    const both = (of: (times: Times) => number): readonly [number, number] => [median(measured.ours.map(of)), median(measured.bare.map(of))];
    const tell = (label: string, unit: string, [one, other]: readonly [number, number]): void =>
      console.log(`  ${label.padEnd(42)} ${unit.padEnd(14)} Crossflow ${one.toFixed(1).padStart(7)}   bare React Flow ${other.toFixed(1).padStart(7)}   ratio ${(one / other).toFixed(2)}`);
    console.log(`\n${steps} steps, ${drawing(steps).lines.length} flows, in milliseconds: to open, the 95th percentile of a frame, the work of the page's thread for one event`);
    tell('open', 'until at rest', both(({ open }) => open));
    for (const gesture of Object.keys(gestures) as Gesture[]) {
      tell(gestures[gesture], 'frame', both((times) => times[gesture].frame));
      tell('', 'work', both((times) => times[gesture].work));
    }
    // Frames depend on what else the machine does, and are for the reader. The work hardly does: it is held.
    for (const gesture of Object.keys(gestures) as Gesture[]) {
      const [one, other] = both((times) => times[gesture].work);
      expect.soft(one, `work of "${gestures[gesture]}"`).toBeLessThanOrEqual(Math.max(alwaysAllowed, 1.2 * other));
    }
  });
}
