// Our runs of the models of ../shared/data/prosimos against their authors' logs, and against the models' own parameters.
import { existsSync } from 'node:fs';
import { probit } from 'simple-statistics';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Distribution } from '../../shared/document/model/distribution.ts';
import type { Model } from '../../shared/document/model/model.ts';
import { compileDistribution, type DistributionSpec, mean, variance } from '../../shared/simulation/kernel/distributions.ts';
import { meanCaseTime, routingShares, type Share, stepSuccessors, summarise, type Work, workingTimes } from './prosimos-log.ts';
import { folder, openModel, type OwnRun, readTheirLog, simulate } from './prosimos-run.ts';

const present = existsSync(folder);
if (!present) console.log('skipped: ../shared/data/prosimos is not here');

/** Half-width, in standard deviations, of one of `family` intervals that hold together with 99 %. */
const factor = (family: number): number => probit(1 - 0.01 / (2 * Math.max(1, family)));

/** Numbers that differ by more than simultaneous 99 % intervals allow. */
function sharesApart(ours: readonly Share[], theirs: readonly Share[]): string[] {
  const rows = ours.flatMap((own) => {
    const other = theirs.find((share) => share.from === own.from && share.to === own.to);
    return other === undefined || other.of === 0 || own.of === 0 ? [] : [{ own, other }];
  });
  const width = factor(rows.length);
  return rows.flatMap(({ own, other }) => {
    const pooled = (own.count + other.count) / (own.of + other.of);
    const allowed = width * Math.sqrt(pooled * (1 - pooled) * (1 / own.of + 1 / other.of)) + 1e-9;
    const difference = own.count / own.of - other.count / other.of;
    return Math.abs(difference) > allowed ? [`${own.from || 'start'} → ${own.to}: ours ${own.count / own.of}, theirs ${other.count}/${other.of}`] : [];
  });
}

function timesApart(ours: readonly Work[], theirs: readonly Work[]): string[] {
  const own = workingTimes(ours);
  const other = workingTimes(theirs);
  const width = factor(own.size);
  return [...own].flatMap(([activity, values]) => {
    const log = other.get(activity);
    if (log === undefined) return [`${activity} is not in the log`];
    const a = summarise(values);
    const b = summarise(log);
    const allowed = a.variance === 0 ? 1e-3 : width * Math.sqrt(a.variance / a.n + b.variance / b.n);
    const apart = a.variance === 0 ? Math.max(...log.map((value) => Math.abs(value - a.mean))) : Math.abs(a.mean - b.mean);
    return apart > allowed ? [`${activity}: ours ${a.mean}, theirs ${b.mean} (±${allowed})`] : [];
  });
}

describe.skipIf(!present)('against the authors\' logs', () => {
  describe.each([
    ['Insurance_Claims', 7, []],
    ['Procure_to_Pay', 24, ['Create Purchase Requisition']],
    ['Procure_to_Pay_5_timers', 24, []],
  ] as const)('%s', (name, steps, exceptions) => {
    let model: Model;
    let runs: OwnRun[];
    let ours: Work[];
    let theirs: Work[];
    beforeAll(async () => {
      model = await openModel(`${name}/${name}.bpmn`, `${name}/${name}.json`);
      runs = simulate(model, 30);
      ours = runs.flatMap((run) => [...run.works]);
      theirs = readTheirLog(`${name}/${name}.csv`, model);
    }, 120_000);

    it('every step occurs, and its working time agrees', () => {
      expect(workingTimes(ours).size).toBe(steps);
      expect(timesApart(ours, theirs)).toEqual([]);
    });

    it('routing shares agree, but for the gateway that is known to differ', () => {
      const successors = stepSuccessors(model);
      const apart = sharesApart(routingShares(ours, successors), routingShares(theirs, successors));
      expect(apart.filter((line) => !exceptions.some((step) => line.startsWith(`${step} →`)))).toEqual([]);
      expect(apart.length > 0).toBe(exceptions.length > 0);
    });

    it('attribution of every run sums to its lead time', () => {
      for (const { result } of runs) {
        expect(result.items).toMatchObject({ started: 1000, finished: 1000, counted: 1000 });
        expect(Math.abs(result.causes.reduce((sum, seconds) => sum + seconds, 0) - result.leadTime)).toBeLessThan(1e-6 * result.leadTime);
      }
    });

    if (name === 'Insurance_Claims') {
      it('takes 0.60 h from the first start to the last end, within 5 %, over the mean of 30 runs', () => {
        const hours = summarise(runs.map((run) => meanCaseTime(run.works) / 3600)).mean;
        expect(meanCaseTime(theirs) / 3600).toBeCloseTo(0.603, 3);
        expect(Math.abs(hours / 0.6 - 1)).toBeLessThan(0.05);
      });
    }
  });
});

/** Probability that each step (or the end) comes next, through decisions alone; undefined beyond a join or fork. */
function expectedShares(model: Model): Map<string, number> {
  const shares = new Map<string, number>();
  const flows = Object.values(model.flows).filter((flow) => flow.kind !== 'information');
  const follow = (origin: string, node: string, probability: number, depth: number): void => {
    const outgoing = flows.filter((flow) => flow.from === node);
    for (const flow of outgoing) {
      const target = model.nodes[flow.to];
      const share = probability * (model.nodes[node]?.kind === 'gateway' && outgoing.length > 1 ? (flow.probability?.value ?? 0) : 1);
      if (target === undefined || share < 1e-12 || depth > 60) continue;
      if (target.kind === 'step') {
        const key = JSON.stringify([origin, target.name]);
        shares.set(key, (shares.get(key) ?? 0) + share);
      } else if (target.kind === 'gateway' || target.kind === 'event') follow(origin, target.id, share, depth + 1);
    }
  };
  for (const node of Object.values(model.nodes)) if (node.kind === 'step' || node.kind === 'start') follow(node.kind === 'start' ? '' : (node.name ?? ''), node.id, 1, 0);
  return shares;
}

describe.skipIf(!present)('against the models\' own parameters', () => {
  describe.each([
    ['AcademicCredentials/AcademicCredentials.bpmn', 'AcademicCredentials/AcademicCredentials.json', 16],
    ['bimp_example/BIMP_example.bpmn', 'bimp_example/bimp_example.json', 6],
  ] as const)('%s', (drawing, parameters, steps) => {
    let model: Model;
    let runs: OwnRun[];
    beforeAll(async () => {
      model = await openModel(drawing, parameters);
      runs = simulate(model, 10);
    }, 120_000);

    it('whoever does a step takes the time that the file gives them', () => {
      const works = runs.flatMap((run) => [...run.works]);
      expect(workingTimes(works).size).toBe(steps);
      const byDoer = new Map<string, { time: Distribution; values: number[] }>();
      for (const work of works) {
        const node = model.nodes[work.element];
        if (node?.kind !== 'step' || node.requirements?.[0] === undefined) throw new Error(work.element);
        const alternatives = node.requirements[0].anyOf;
        const chosen = alternatives.find((one) => one.person !== undefined && (one.person === work.unit || model.people[one.person]?.name === work.unit)) ?? alternatives.find((one) => one.team !== undefined);
        if (chosen === undefined) throw new Error(`${work.unit} may not do ${work.activity}`);
        const time = chosen.serviceTime ?? node.serviceTime;
        if (time === undefined) throw new Error(`${work.activity} has no time`);
        const key = `${work.element} ${chosen.person ?? chosen.team ?? ''}`;
        const known = byDoer.get(key);
        if (known === undefined) byDoer.set(key, { time, values: [work.working] });
        else known.values.push(work.working);
      }
      const apart: string[] = [];
      const width = factor(byDoer.size);
      for (const [key, { time, values }] of byDoer) {
        const exact = compileDistribution(time as DistributionSpec);
        if (typeof exact === 'string') throw new Error(`${key}: ${exact}`);
        const found = summarise(values);
        if (variance(exact) === 0 ? Math.abs(found.mean - mean(exact)) > 1e-3 : found.n >= 30 && Math.abs(found.mean - mean(exact)) > width * Math.sqrt(variance(exact) / found.n)) {
          apart.push(`${key}: ${found.mean} against ${mean(exact)} (n ${found.n})`);
        }
      }
      expect(apart).toEqual([]);
    });

    it('routing shares are the file\'s probabilities', () => {
      const expected = expectedShares(model);
      const rows = routingShares(runs.flatMap((run) => [...run.works]), stepSuccessors(model)).filter((row) => row.of > 0 && expected.has(JSON.stringify([row.from, row.to])));
      const width = factor(rows.length);
      const apart = rows.filter(({ from, to, count, of }) => {
        const p = expected.get(JSON.stringify([from, to])) ?? 0;
        return Math.abs(count / of - p) > width * Math.sqrt((p * (1 - p)) / of) + 1e-9;
      });
      expect(rows.length).toBeGreaterThan(3);
      expect(apart).toEqual([]);
    });

    it('attribution of every run sums to its lead time', () => {
      for (const { result } of runs) expect(Math.abs(result.causes.reduce((sum, seconds) => sum + seconds, 0) - result.leadTime)).toBeLessThan(1e-6 * result.leadTime);
    });
  });
});
