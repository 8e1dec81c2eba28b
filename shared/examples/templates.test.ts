import { expect, it } from 'vitest';
import { parseDocument } from '../document/file/parse.ts';
import { say } from '../language/say.ts';
import { templates } from './templates.ts';

it.each(templates)('$id opens, has lanes with teams and a volume, and nothing of it overlaps', ({ text, title, about }) => {
  const parsed = parseDocument(text, 'template');
  if (!parsed.ok) throw new Error(say(parsed.failure.message));
  const { model } = parsed.value;
  expect(Object.keys(model.teams)).toHaveLength(3);
  expect(Object.values(model.demandClasses)[0]?.arrivals).toBeDefined();
  const places = Object.values(model.nodes).map(({ position }) => `${position.x} ${position.y}`);
  expect(new Set(places).size).toBe(places.length);
  for (const language of ['en', 'de'] as const) expect(say(title, language)).not.toBe(say(about, language));
});
