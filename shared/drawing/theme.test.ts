import { describe, expect, it } from 'vitest';
import { contrastRatio } from './contrast.ts';
import { type ColourRole, textOn, themes } from './theme.ts';

const readable: readonly ColourRole[] = ['text', 'muted', 'accent', 'better', 'worse', 'execution', 'information', 'decision'];
const fills: readonly ColourRole[] = ['heat1', 'heat2', 'heat3', 'heat4', 'heat5', 'worked', 'handing', 'busy', 'answer', 'again', 'planned', 'accent', 'better', 'worse', 'note', 'band'];

describe.each(Object.values(themes))('theme $name', ({ colours }) => {
  it.each(readable)('%s is readable on the canvas and on surfaces', (role) => {
    expect(contrastRatio(colours[role], colours.canvas)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(colours[role], colours.surface)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(fills)('text printed on %s is readable', (role) => {
    expect(contrastRatio(colours[textOn(role)], colours[role])).toBeGreaterThanOrEqual(4.5);
  });
  it('muted text is readable on lane headers', () => {
    expect(contrastRatio(colours.muted, colours.band)).toBeGreaterThanOrEqual(4.5);
  });
});

it('measures the known extremes of contrast', () => {
  expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 6);
  expect(contrastRatio('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
});
