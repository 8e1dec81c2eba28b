import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

export const bytes = Buffer.from(stringify(parse('a,b')));
