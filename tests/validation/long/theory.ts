// The whole of theory: fixed seeds and lengths, one line per number. Run by `npm run validate`.
import { cases } from '../cases/all.ts';
import { judge, runCase } from '../run-case.ts';

/** Runs the cases whose name holds `part`; true where every number is covered and narrow enough. */
export function validateTheory(part: string, print: (line: string) => void): boolean {
  const family = cases.reduce((sum, { expected }) => sum + expected.length, 0);
  let wrong = 0;
  for (const theCase of cases) {
    if (!theCase.name.includes(part)) continue;
    const from = performance.now();
    const run = runCase(theCase);
    print(`${theCase.name} (${theCase.inputs}), ${((performance.now() - from) / 1000).toFixed(1)} s`);
    for (const expectation of theCase.expected) {
      const { key, value, mean, precision, covers, distance } = judge(theCase, run, expectation, family);
      const fine = covers && precision < 0.01;
      if (!fine) wrong += 1;
      print(`  ${fine ? 'holds' : covers ? 'WIDE ' : 'WRONG'}  ${key.padEnd(12)} ${value} ≈ ${mean.toPrecision(7)}  ± ${(precision * 100).toFixed(2)} %  ${(distance * 100).toFixed(0)} % of its room`);
    }
  }
  print(`${wrong === 0 ? 'All numbers hold' : `${wrong} numbers do not hold`} (family of ${family}, 99 % together).`);
  return wrong === 0;
}
