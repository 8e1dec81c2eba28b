import { parseDocument } from '../document/file/parse.ts';
import { type Document, emptyDocument } from '../document/scenarios/document.ts';
import { sniffFormat } from '../interchange/formats.ts';
import { fillGreyDefaults } from '../interchange/grey-defaults.ts';
import { type Imported } from '../interchange/imported.ts';
import { readProcess } from '../interchange/read-process.ts';
import { type ImportReport, toReport } from '../interchange/report.ts';
import { message } from '../language/message.ts';
import { fail, type Outcome, succeed } from '../language/outcome.ts';
import type { JobOf, JobResults } from './job.ts';
import type { Ports } from './ports.ts';
import { tidyPages } from './tidy-job.ts';

/** Reads a document, or another tool's file with what lies beside it; pages without a drawing are laid out. */
export async function importFiles(job: JobOf<'import'>, ports: Pick<Ports, 'layout'>): Promise<Outcome<JobResults['import']>> {
  const [main, ...beside] = job.files;
  if (main === undefined) return fail('no-file', message('jobs.unknownFormat', { file: '' }));
  if (sniffFormat(main.bytes, main.name)?.id === 'crossflow') return readOwn(main.name, main.bytes);
  const read = await readProcess([main, ...beside], { keepNames: job.keepNames === true });
  if (!read.ok) return read;
  const document = documentOf(main.name, read.value);
  const drawn = read.value.needsLayout ? await tidyPages(document, read.value.undrawnPages, ports) : document;
  return succeed(job.fill === true ? filled(drawn, read.value.report) : { document: drawn, report: read.value.report });
}

function readOwn(name: string, bytes: Uint8Array): Outcome<JobResults['import']> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail('encoding', message('jobs.notUtf8', { file: name }), { file: name });
  }
  const parsed = parseDocument(text, name);
  return parsed.ok ? succeed({ document: parsed.value, report: toReport(name, []) }) : parsed;
}

function documentOf(name: string, imported: Imported): Document {
  const title = name.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9.]+$/i, '');
  return {
    ...emptyDocument(title),
    settings: imported.settings,
    model: imported.model,
    ...(imported.runSettings === undefined ? {} : { runSettings: imported.runSettings }),
  };
}

/** What a first run needs, assumed; each assumption stands in the report as guessed. */
function filled(document: Document, report: ImportReport): JobResults['import'] {
  const { model, filled: values } = fillGreyDefaults(document.model);
  const guesses = values.map(({ element, message: sentence }) => ({ verdict: 'guessed' as const, element, message: sentence, count: 1 }));
  return { document: { ...document, model }, report: toReport(report.file, [...report.entries, ...guesses]) };
}
