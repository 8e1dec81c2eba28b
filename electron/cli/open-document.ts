import path from 'node:path';
import { parseDocument } from '../../shared/document/file/parse.ts';
import type { Document } from '../../shared/document/scenarios/document.ts';
import { message } from '../../shared/language/message.ts';
import { fail, type Outcome } from '../../shared/language/outcome.ts';
import type { ImportReport } from '../../shared/interchange/report.ts';
import { withFile } from '../node/file-failure.ts';
import { readFile } from 'node:fs/promises';
import type { Runner } from './runner.ts';
import type { Terminal } from './terminal.ts';

/** A document, with what became of the file where it was another tool's. */
export interface Opened {
  readonly document: Document;
  readonly report?: ImportReport;
}

/** Reads FILE, a document or another tool's file with its parameters; "-" reads a document from standard input. */
export async function openDocument(file: string, params: string | undefined, runner: Runner, terminal: Terminal): Promise<Outcome<Opened>> {
  const main = await readNamed(file, terminal);
  if (!main.ok) return main;
  const parameters = params === undefined ? undefined : await readNamed(params, terminal);
  if (parameters !== undefined && !parameters.ok) return parameters;
  const name = file === '-' ? 'standard input' : path.basename(file);
  if (parameters === undefined && looksOwn(name, main.value)) {
    const text = decodeUtf8(main.value, name);
    if (!text.ok) return text;
    const parsed = parseDocument(text.value, name);
    return parsed.ok ? { ok: true, value: { document: parsed.value } } : parsed;
  }
  const files = [{ name, bytes: main.value }, ...(parameters === undefined ? [] : [{ name: path.basename(params ?? ''), bytes: parameters.value }])];
  return runner.run({ type: 'import', files });
}

/** The bytes of a file, or of standard input for "-"; what the file system refuses is a named failure. */
export async function readNamed(file: string, terminal: Terminal): Promise<Outcome<Uint8Array>> {
  const read = await withFile(file, async () => new Uint8Array(file === '-' ? await terminal.input() : await readFile(path.resolve(file))));
  if (!read.ok && read.failure.code === 'file.missing') return fail('file.missing', message('jobs.noSuchFile'), { file });
  return read;
}

const looksOwn = (name: string, bytes: Uint8Array): boolean =>
  name.toLowerCase().endsWith('.crossflow') || (!/\.(bpmn|xml|bpmn20\.xml|xes|csv|drawio)$/i.test(name) && /^\uFEFF?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 256))));

function decodeUtf8(bytes: Uint8Array, file: string): Outcome<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return fail('encoding', message('jobs.notUtf8', { file }), { file });
  }
}
