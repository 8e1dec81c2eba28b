import { expect, it } from 'vitest';
import { sampleEvidence } from '../analysis/readings/sample-evidence.ts';
import type { Evidence } from '../analysis/readings/evidence.ts';
import type { Model } from '../document/model/model.ts';
import { fittingDiagram, PageFitter } from './fitting-diagram.ts';

const page = { width: 1152, height: 480, least: 0.55 };

/** The sample, with so many steps more in a row before its end. */
function longer(steps: number): Evidence {
  const evidence = sampleEvidence();
  const { model } = evidence.scenario;
  const processId = Object.keys(model.processes)[0] ?? '';
  const nodes: Record<string, Model['nodes'][string]> = { ...model.nodes };
  const party = Object.values(model.nodes).find(({ party: lane }) => lane !== undefined)?.party;
  const right = Math.max(...Object.values(model.nodes).map(({ position }) => position.x));
  const y = Object.values(model.nodes).find((node) => node.party === party)?.position.y ?? 40;
  for (let i = 0; i < steps; i += 1) {
    nodes[`more-${i}`] = { id: `more-${i}`, kind: 'step', process: processId, ...(party === undefined ? {} : { party }), name: `One more step ${i}`, position: { x: right + 200 * (i + 1), y } };
  }
  return { ...evidence, scenario: { ...evidence.scenario, model: { ...model, nodes } } };
}

it('shows a page whole where its words stay readable', () => {
  const drawn = fittingDiagram(sampleEvidence(), 'en', page);
  expect(drawn?.notes.map(({ id }) => id)).toEqual(['report.handoffLegend']);
  expect(drawn?.scene.title).not.toBe('');
});

it('shows the part where most is lost of a page that is too long, large enough to read, and says so', () => {
  const drawn = fittingDiagram(longer(40), 'en', page);
  expect(drawn?.notes.map(({ id }) => id)).toEqual(['report.partMostLost', 'report.handoffLegend']);
  const scene = drawn?.scene;
  expect(Math.min(page.width / (scene?.width ?? 0), page.height / (scene?.height ?? 0))).toBeGreaterThanOrEqual(page.least * 0.97);
  const said = JSON.stringify(scene);
  expect(said).not.toContain('One more step 39');
  const { result: _, ...unrun } = longer(40).scenario;
  expect(fittingDiagram({ ...longer(40), scenario: unrun }, 'en', page)?.notes.map(({ id }) => id)).toEqual(['report.partBeginning']);
});

it('cuts nothing away where the height is what is missing', () => {
  expect(fittingDiagram(longer(6), 'en', { ...page, height: 60 })?.notes.map(({ id }) => id)).toEqual(['report.handoffLegend']);
});

const fitter = (steps: number): PageFitter => new PageFitter(longer(steps), 'en', Object.keys(longer(steps).scenario.model.processes)[0] ?? '');

/** Names of added steps in a picture. */
const stepsIn = (scene: unknown): readonly number[] => [...new Set([...JSON.stringify(scene).matchAll(/"element":"more-(\d+)","role":"node"/g)].map(([, at]) => Number(at)))].toSorted((a, b) => a - b);

it('lets a long flat page go on in rows below each other where these are read well', () => {
  const room = { width: 900, height: 3000, least: 0.5, good: 0.72 };
  const { scene, notes } = fitter(12).fit(room);
  expect(notes.map(({ id }) => id)).toEqual(['report.inRows', 'report.handoffLegend']);
  expect(stepsIn(scene)).toEqual(Array.from({ length: 12 }, (_, at) => at));
  expect(Math.min(room.width / scene.width, room.height / scene.height)).toBeGreaterThanOrEqual(0.72 * 0.95);
  // With less height it goes on in fewer rows that are drawn smaller, as long as they can be read.
  const low = { ...room, height: 170 };
  const smaller = fitter(18).fit(low);
  expect(smaller.notes.map(({ id }) => id)).toContain('report.inRows');
  expect(Math.min(low.width / smaller.scene.width, low.height / smaller.scene.height)).toBeGreaterThanOrEqual(0.5);
  // Without the height for rows it is what it was.
  expect(fitter(12).fit({ ...room, height: 60 }).notes.map(({ id }) => id)).not.toContain('report.inRows');
});
