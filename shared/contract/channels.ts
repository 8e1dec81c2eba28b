import type { Failure, Outcome } from '../language/outcome.ts';
import { z } from '../language/zod.ts';
import { commandIdSchema, type CommandId } from './commands.ts';
import { filtersSchema, namedPaperSchema, paperSchema, stampSchema, type Backup, type Exported, type Journal, type OpenedFile, type OwnTemplate, type RecentFile, type Saved } from './files.ts';
import { settingsSchema, type Settings } from './settings.ts';

/** One request of the window to the main process: what may be sent, and what comes back. */
export interface Channel<Payload extends z.ZodType, Answer> {
  readonly payload: Payload;
  /** Only a type: answers come from our own side and are not parsed again. */
  readonly answer?: Answer;
}

const answering =
  <Answer>() =>
  <Payload extends z.ZodType>(payload: Payload): Channel<Payload, Answer> => ({ payload });

const path = z.string().min(1).max(4096);
const name = z.string().min(1).max(255);
const text = z.string();
const bytes = z.instanceof(Uint8Array);
const nothing = z.strictObject({});
const journalId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const templateId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

export interface StartFacts {
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  /** The language of the operating system, e.g. `de-CH`. */
  readonly systemLanguage: string;
  readonly settings: Settings;
  /** Files named on the command line or opened from the desktop. */
  readonly opened: readonly OpenedFile[];
  readonly failures: readonly Failure[];
}

/** Everything that the window can ask for. Paths are accepted only if the person chose them before. */
export const channels = {
  'app:start': answering<StartFacts>()(nothing),
  'document:open': answering<Outcome<readonly OpenedFile[]>>()(z.strictObject({ filters: filtersSchema, several: z.boolean() })),
  'document:open-recent': answering<Outcome<OpenedFile>>()(z.strictObject({ path })),
  /** Sent by the preload alone, which takes the path from the dropped file itself. */
  'document:dropped': answering<Outcome<readonly OpenedFile[]>>()(z.strictObject({ paths: z.array(path).min(1).max(50) })),
  'document:read': answering<Outcome<OpenedFile>>()(z.strictObject({ path })),
  'document:save': answering<Outcome<Saved>>()(
    /** `expected` is what stands on the disk as far as the person knows: what was opened, or someone else's that they chose to overwrite. */
    z.strictObject({ path, text, expected: stampSchema }),
  ),
  'document:save-as': answering<Outcome<Saved>>()(z.strictObject({ suggestedName: name, filters: filtersSchema, text })),
  /** Earlier states of a file, the latest first. */
  'document:backups': answering<Outcome<readonly Backup[]>>()(z.strictObject({ path })),
  'export:save': answering<Outcome<Exported>>()(z.strictObject({ suggestedName: name, filters: filtersSchema, content: z.union([text, bytes]) })),
  'export:pdf': answering<Outcome<Uint8Array>>()(z.strictObject({ html: text, paper: paperSchema, landscape: z.boolean() })),
  /** Opens the system's own dialog for printers; answers whether it was printed. */
  'export:print': answering<Outcome<boolean>>()(z.strictObject({ html: text, paper: namedPaperSchema, landscape: z.boolean() })),
  'export:reveal': answering<void>()(z.strictObject({ path })),
  'template:list': answering<Outcome<readonly OwnTemplate[]>>()(nothing),
  'template:read': answering<Outcome<string>>()(z.strictObject({ id: templateId })),
  /** One of the same name is replaced. */
  'template:save': answering<Outcome<OwnTemplate>>()(z.strictObject({ name, text })),
  'template:remove': answering<Outcome<void>>()(z.strictObject({ id: templateId })),
  'journal:append': answering<Outcome<void>>()(
    z.strictObject({ id: journalId, text, /** Start the journal anew with this text. */ fresh: z.boolean() }),
  ),
  'journal:list': answering<Outcome<readonly Journal[]>>()(nothing),
  /** Keeps a journal that cannot be read, out of the list; answers where it lies. */
  'journal:set-aside': answering<Outcome<string>>()(z.strictObject({ id: journalId })),
  'journal:discard': answering<Outcome<void>>()(z.strictObject({ id: journalId })),
  'recent:list': answering<readonly RecentFile[]>()(nothing),
  'recent:forget': answering<readonly RecentFile[]>()(z.strictObject({ path })),
  'settings:get': answering<Settings>()(nothing),
  'settings:set': answering<Outcome<Settings>>()(settingsSchema.partial().strict()),
  'window:state': answering<void>()(z.strictObject({ title: z.string().max(300), path: path.nullable(), dirty: z.boolean() })),
  /** The person has decided about unsaved work: the window may close now. */
  'window:close': answering<void>()(nothing),
  'window:full-screen': answering<void>()(z.strictObject({ on: z.boolean() })),
  'menu:state': answering<void>()(z.strictObject({ disabled: z.array(commandIdSchema), checked: z.array(commandIdSchema) })),
  /** A picture comes later than its text: it is added where the clipboard still holds that text. */
  'clipboard:write': answering<void>()(z.strictObject({ text: text.max(5_000_000), html: text.max(50_000_000).optional(), png: bytes.optional() })),
  'clipboard:read': answering<{ readonly text: string; readonly html: string }>()(nothing),
} as const;

export type ChannelName = keyof typeof channels;
export type Payload<Name extends ChannelName> = z.infer<(typeof channels)[Name]['payload']>;
export type Answer<Name extends ChannelName> = (typeof channels)[Name] extends Channel<z.ZodType, infer Given> ? Given : never;

/** What the main process tells the window unasked. */
export interface Events {
  readonly 'menu:command': { readonly id: CommandId };
  readonly 'menu:recent': { readonly path: string };
  readonly 'document:opened': { readonly opened: readonly OpenedFile[]; readonly failures: readonly Failure[] };
  /** The person wants to close the window while `dirty` is set; answer with `window:close` or not at all. */
  readonly 'window:close-asked': Record<string, never>;
}

export type EventName = keyof Events;

/** What the preload puts on `window.crossflow`. */
export interface Bridge {
  request<Name extends Exclude<ChannelName, 'document:dropped'>>(channel: Name, payload: Payload<Name>): Promise<Answer<Name>>;
  /** Opens files that were dropped on the window; those without a place on disk are left out. */
  openDropped(files: readonly unknown[]): Promise<Answer<'document:dropped'>>;
  /** Calls `listener` at each such event until the returned function is called. */
  on<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void;
}
