import { readWorkbook } from '../interchange/xlsx/read-workbook.ts';
import type { Outcome } from '../language/outcome.ts';
import type { JobOf, JobResults } from './job.ts';

/** What stands in a workbook that came back. */
export const readSheets = ({ file }: JobOf<'workbook'>): Outcome<JobResults['workbook']> => readWorkbook(file.bytes, file.name);
