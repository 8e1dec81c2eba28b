import type { MeasuredHandoff } from '../analysis/measured/waiting-causes.ts';
import type { Finding } from '../analysis/readings/finding.ts';
import { runSettingsSchema } from '../document/model/settings.ts';
import type { WeighedGuess } from '../analysis/studies/weigh-guesses.ts';
import type { Document } from '../document/scenarios/document.ts';
import { z } from '../language/zod.ts';
import type { ImportReport } from '../interchange/report.ts';
import type { ReadSheet } from '../interchange/xlsx/read-workbook.ts';
import type { Replay } from '../simulation/results/replay.ts';
import type { RunResult } from '../simulation/results/run-result.ts';
import type { FrictionStudy, Studies, TornadoStudy } from '../analysis/readings/studied.ts';
import type { ComparisonStudy, GainStudy } from '../analysis/studies/results.ts';

/** A document that was parsed on this side of the border already; only its outline is looked at again. */
const documentSchema = z.custom<Document>((value) => typeof value === 'object' && value !== null && (value as { format?: unknown }).format === 'crossflow');

const fileSchema = z.object({ name: z.string().min(1), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) });

/** Changes to the document's run settings for one job; absent fields are the document's. */
const run = {
  document: documentSchema,
  /** Id or name of the scenario; the base where absent. */
  scenario: z.string().optional(),
  settings: runSettingsSchema.optional(),
};

/** Reads a file of any known format. `files` holds the main file first, then what lies beside it (parameters). */
export const importJobSchema = z.object({
  type: z.literal('import'),
  files: z.array(fileSchema).min(1),
  /** Fill in what a first run needs and the file does not say, tagged as assumed. */
  fill: z.boolean().optional(),
  /** Keep the names of persons; else they become "Person 1…". */
  keepNames: z.boolean().optional(),
});

/** Lays a page out anew; lanes are kept. All pages where none is named. */
export const tidyJobSchema = z.object({ type: z.literal('tidy'), document: documentSchema, process: z.string().optional() });

/** Says what is missing, refused or unclear, without running. */
export const checkJobSchema = z.object({ type: z.literal('check'), document: documentSchema, scenario: z.string().optional() });

/** The lead time by formula, as shown while somebody draws (DESIGN 9); where asked, with so many of the guesses that move it most. */
export const estimateJobSchema = z.object({ type: z.literal('estimate'), document: documentSchema, scenario: z.string().optional(), guesses: z.int().positive().optional() });

export const runJobSchema = z.object({
  type: z.literal('run'),
  ...run,
  /** The causal bottleneck: none, for the five teams of highest load, or for all. */
  gain: z.enum(['none', 'top', 'all']).optional(),
  /** The plausible range where inputs are guesses. */
  plausible: z.boolean().optional(),
});

/** One machine's part of a run: every `parts`-th replication, as the text of a file. */
export const shardJobSchema = z.object({
  type: z.literal('shard'), ...run, gain: z.enum(['none', 'top', 'all']).optional(), part: z.int().positive(), parts: z.int().positive(),
});

/** The whole run from its parts: the same bytes as on one machine. */
export const gatherJobSchema = z.object({ type: z.literal('gather'), parts: z.array(z.object({ name: z.string(), text: z.string() })) });

/** Paired runs of several scenarios; the first is what the others are compared with. */
export const compareJobSchema = z.object({
  type: z.literal('compare'), document: documentSchema, scenarios: z.array(z.string()).min(2), settings: runSettingsSchema.optional(),
  /** Say which is best; more than two are always asked. */
  best: z.boolean().optional(),
  /** A difference that nobody minds, as a share of the first scenario's lead time; 5 % where absent. */
  indifference: z.number().positive().optional(),
});

export const studyJobSchema = z.object({ type: z.literal('study'), study: z.enum(['gain', 'friction', 'tornado']), ...run, teams: z.enum(['top', 'all']).optional() });

/** One run with every event of one replication written down, as an event log. */
export const logJobSchema = z.object({ type: z.literal('log'), ...run, format: z.enum(['csv', 'xes']) });

/** One replication once more, for showing a week of it on the page. */
export const replayJobSchema = z.object({ type: z.literal('replay'), ...run });

/** Reads friction from an event log; working hours by resource are guessed from it where no calendar is given. */
export const analyzeJobSchema = z.object({ type: z.literal('analyze'), log: fileSchema, calendar: fileSchema.optional() });

/** Reads the sheets of a workbook: what departments answered. */
export const workbookJobSchema = z.object({ type: z.literal('workbook'), file: fileSchema });

/** What can be written, by extension. */
export const exportFormats = ['svg', 'png', 'pdf', 'pptx', 'bpmn', 'html', 'md', 'xlsx', 'csv', 'json'] as const;

export const exportJobSchema = z.object({
  type: z.literal('export'),
  document: documentSchema,
  scenario: z.string().optional(),
  format: z.enum(exportFormats),
  /** A diagram as svg, png, pdf, pptx or bpmn; a brief as svg, png, pdf or pptx; a deck of six pages as pdf or pptx; a report as html, md, xlsx, csv or json. */
  what: z.enum(['diagram', 'brief', 'deck', 'report']),
  /** Marks on a diagram what it adds to this document, changes in it and removes from it. */
  against: documentSchema.optional(),
  /** The page to draw; all of them where a format can hold several, else the first. */
  process: z.string().optional(),
  locale: z.enum(['en', 'de']),
  theme: z.enum(['light', 'dark', 'contrast']),
  paper: z.enum(['A4', 'A3', 'Letter']),
  /** A diagram cropped to these elements, and the sub-process whose inside they are. */
  selection: z.array(z.string()).optional(),
  within: z.string().optional(),
  /** Pixels per CSS pixel of a PNG. */
  scale: z.number().min(1).max(4),
  /** Date on the page, as the person's own calendar says it: a job knows no clock. */
  date: z.string(),
  /** What may leave the house; all off by default (DESIGN 11). */
  include: z.object({ costs: z.boolean(), names: z.boolean(), comments: z.boolean() }),
  /** Results that exist already, by scenario id; a report without any runs first. */
  results: z.record(z.string(), z.custom<RunResult>()).optional(),
  comparison: z.custom<ComparisonStudy>().optional(),
  /** Studies that exist already, by scenario id: a report tells what they found, and starts none. */
  studies: z.record(z.string(), z.custom<Studies>()).optional(),
});

export type Job =
  | z.infer<typeof importJobSchema>
  | z.infer<typeof tidyJobSchema>
  | z.infer<typeof checkJobSchema>
  | z.infer<typeof estimateJobSchema>
  | z.infer<typeof runJobSchema>
  | z.infer<typeof shardJobSchema>
  | z.infer<typeof gatherJobSchema>
  | z.infer<typeof compareJobSchema>
  | z.infer<typeof studyJobSchema>
  | z.infer<typeof logJobSchema>
  | z.infer<typeof replayJobSchema>
  | z.infer<typeof analyzeJobSchema>
  | z.infer<typeof workbookJobSchema>
  | z.infer<typeof exportJobSchema>;

/** Any job, for reading it from another thread or machine. */
export const jobSchema: z.ZodType<Job> = z.discriminatedUnion('type', [
  importJobSchema, tidyJobSchema, checkJobSchema, estimateJobSchema, runJobSchema, shardJobSchema, gatherJobSchema, compareJobSchema, studyJobSchema, logJobSchema, replayJobSchema, analyzeJobSchema, workbookJobSchema, exportJobSchema,
]);
export type JobType = Job['type'];
export type JobOf<T extends JobType> = Extract<Job, { type: T }>;
export type ExportJob = JobOf<'export'>;

/** What each kind of job answers. */
export interface JobResults {
  import: { readonly document: Document; readonly report: ImportReport };
  tidy: { readonly document: Document };
  check: { readonly findings: readonly Finding[] };
  /** Seconds; null where there is no estimate. `overloaded` is the team with the most work where some team gets more than its time, as a share of it. */
  estimate: { readonly leadTime: number | null; readonly overloaded?: { readonly team: string; readonly load: number }; readonly guesses?: readonly WeighedGuess[] };
  run: RunResult;
  shard: { readonly text: string };
  gather: { readonly document: Document; readonly scenario: string; readonly result: RunResult };
  compare: ComparisonStudy;
  study: GainStudy | FrictionStudy | TornadoStudy;
  log: { readonly text: string };
  replay: Replay;
  /** Handoffs between people, those with the most waiting first; seconds. */
  analyze: { readonly cases: number; readonly events: number; readonly handoffs: readonly MeasuredHandoff[]; readonly report: ImportReport };
  workbook: readonly ReadSheet[];
  export: { readonly bytes: Uint8Array; readonly mediaType: string; readonly extension: string };
}
export type ResultOf<J extends Job> = JobResults[J['type']];

/** How far a job has come, in pieces of about equal length; the shell adds the remaining time from its own clock. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A result that is not final, shown while replications still come in. */
export interface JobPart {
  readonly result: RunResult;
}
