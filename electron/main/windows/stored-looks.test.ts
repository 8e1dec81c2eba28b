import { expect, test } from 'vitest';
import { boundsFrom, themeFrom } from './stored-looks.ts';

const place = { x: -20, y: 0, width: 1440, height: 900, maximised: false };

test('a sound place is taken, without what else the file holds', () => {
  expect(boundsFrom({ ...place, screen: 2 })).toEqual(place);
});

test.each([undefined, null, 'here', [], {}, { ...place, x: 0.5 }, { ...place, width: '1440' }, { ...place, height: Number.NaN }, { ...place, maximised: 1 }])(
  'a place that is not sound counts as none: %j',
  (found) => {
    expect(boundsFrom(found)).toBeUndefined();
  },
);

test('a known theme is taken, anything else is the system\'s own', () => {
  expect(themeFrom({ theme: 'contrast', language: 7 })).toBe('contrast');
  for (const found of [undefined, null, 'dark', {}, { theme: 'sepia' }, { theme: 3 }, { theme: 'toString' }]) expect(themeFrom(found)).toBe('system');
});
