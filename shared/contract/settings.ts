import { z } from '../language/zod.ts';

/** What a person can choose about the program itself; a document's own settings travel in the document. */
export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  language: z.enum(['system', 'en', 'de']),
  exportLanguage: z.enum(['window', 'en', 'de']),
  reducedMotion: z.enum(['system', 'reduced']),
  /** Size of text in per cent. */
  textSize: z.number().int().min(100).max(200),
  /** Stands in new documents and on exports. */
  author: z.string().max(200),
  /** Hints are told, each once. */
  hints: z.boolean(),
  hintsSeen: z.array(z.string().max(100)).max(200),
  /** Keys that the person changed: command id to accelerator, empty for none. */
  keys: z.record(z.string().max(100), z.string().max(60)),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  theme: 'system',
  language: 'system',
  exportLanguage: 'window',
  reducedMotion: 'system',
  textSize: 100,
  author: '',
  hints: true,
  hintsSeen: [],
  keys: {},
};

/** Settings from an older or damaged file: every part that is sound is kept, the rest is the default. */
export const settingsFrom = (stored: unknown): Settings => {
  const given = z.record(z.string(), z.unknown()).safeParse(stored);
  if (!given.success) return defaultSettings;
  const sound = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const part = schema.safeParse(given.data[name]);
    return part.success ? [[name, part.data]] : [];
  });
  return { ...defaultSettings, ...Object.fromEntries(sound) };
};
