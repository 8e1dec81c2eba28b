import { describe, expect, it } from 'vitest';
import { drawDiagram } from './diagram.ts';
import { busyHeat, diffOverlay, effectsOverlay, frictionWidth, leadTimeHeat, mergePaint, utilisationOverlay, waitOverlay } from './overlays.ts';
import { flatten } from './path.ts';
import { sampleModel } from './sample-model.ts';

describe('classes', () => {
  it('follow the borders 2, 5, 10 and 20 % of lead time', () => {
    expect([0, 0.0199, 0.02, 0.05, 0.1, 0.2, 0.9].map(leadTimeHeat)).toEqual(['heat1', 'heat1', 'heat2', 'heat3', 'heat4', 'heat5', 'heat5']);
  });
  it('call a team hot from 85 % on', () => {
    expect([0.49, 0.5, 0.7, 0.85, 0.95].map(busyHeat)).toEqual(['heat1', 'heat2', 'heat3', 'heat4', 'heat5']);
  });
  it('draw lines from 1.5 to 6 pixels', () => {
    expect([0, 0.15, 0.3, 2].map(frictionWidth)).toEqual([1.5, 3.75, 6, 6]);
  });
  it('are named in the legend in the reader’s language', () => {
    expect(waitOverlay({}, 'de').overlay?.classes.map(({ label }) => label)).toEqual(['unter 2 %', '2 bis 5 %', '5 bis 10 %', '10 bis 20 %', 'über 20 %']);
  });
});

describe('overlays', () => {
  it('prints the number beside every colour', () => {
    const paint = utilisationOverlay({ dev: { share: 0.82, text: '82 % busy' } }, { assess: { share: 0.82, text: '82 %' } });
    expect(paint.lanes?.['dev']).toEqual({ number: '82 % busy', share: 0.82, bar: 'heat3' });
    expect(paint.nodes?.['assess']).toEqual({ fill: 'heat3', detail: '82 %' });
  });
  it('joins paints element by element, the later one winning', () => {
    const merged = mergePaint(waitOverlay({ a: { share: 0.3, text: '3 d' } }), effectsOverlay({ a: { effect: 'worse', text: '+1 d' } }, { l: { effect: 'better', text: '−2 %' } }));
    expect(merged.nodes?.['a']).toEqual({ fill: 'heat5', detail: '3 d', chip: { effect: 'worse', text: '+1 d' } });
    expect(merged.lanes?.['l']?.chip?.effect).toBe('better');
    expect(merged.overlay?.classes).toHaveLength(5);
  });
  it('marks what a proposal adds, removes and changes by more than colour', () => {
    const words = (paint: Parameters<typeof drawDiagram>[2]): readonly string[] =>
      flatten(drawDiagram(sampleModel(), 'change', paint, { legend: false }).shapes).flatMap((shape) => (shape.kind === 'text' ? shape.lines.map(({ text }) => text) : []));
    const marked = words(diffOverlay({ build: 'added', assess: 'removed', deploy: 'changed' }));
    for (const sign of ['+', '−', 'Δ']) {
      expect(marked).toContain(sign);
      expect(words({})).not.toContain(sign);
    }
  });
});
