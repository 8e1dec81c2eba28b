import { readFileSync } from 'node:fs';
import { type Description, modelOf } from '../generated-model.ts';
import { properties } from '../properties.ts';

/** Holds the properties whose name holds `part` on the one description in a file, as the others print it. */
export function validateOne(part: string, file: string, print: (line: string) => void): boolean {
  const described = JSON.parse(readFileSync(file, 'utf8')) as Description;
  print(JSON.stringify(modelOf(described), undefined, 1));
  const found = properties.filter(({ name }) => name.includes(part)).flatMap(({ name, faults }) => faults(described).map((fault) => `${name}: ${fault}`));
  for (const fault of found) print(fault);
  return found.length === 0;
}
