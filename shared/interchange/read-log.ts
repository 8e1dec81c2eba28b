import { message } from '../language/message.ts';
import { fail, type Outcome } from '../language/outcome.ts';
import { readCsvLog } from './csv/read-csv.ts';
import type { ReadLog } from './event-log.ts';
import { sniffFormat } from './formats.ts';
import type { SourceFile } from './read-process.ts';
import { readXes } from './xes/read-xes.ts';

/** Reads an event log of any known format. Fails in one sentence; never throws. */
export function readLog({ name, bytes }: SourceFile): Outcome<ReadLog> {
  const format = sniffFormat(bytes, name)?.id;
  if (format === 'xes') return readXes(bytes, name);
  if (format === 'csv' || /\.(csv|tsv|txt)$/i.test(name)) return readCsvLog(bytes, name);
  return fail('interchange.unknownFormat', message('interchange.unknownFormat', { file: name }), { file: name });
}
