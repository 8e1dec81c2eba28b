import { describe, expect, it } from 'vitest';
import { followBacklog, loadCurve } from './backlog.ts';
import { meanValueAnalysis } from './closed.ts';
import { erlangB, erlangC, finiteRoom, impatient, waitOfMMc } from './erlang.ts';
import { langenbachBelz, waitInQueue, waitOfGM1 } from './general.ts';
import { leftOver, repeats, waitForBatch, waitForBatchOrTimeout, waitForCadence } from './handoff.ts';
import { largestOf, meanOfLargest, parallelQueues, twoParallelQueues } from './joins.ts';
import { timesWithPreemption, waitsWithoutPreemption } from './priority.ts';
import { waitOfShortest } from './shortest.ts';

/** Half a unit of the sixth decimal, to which the published values are given. */
const published = (value: number, expected: number): void => expect(Math.abs(value - expected)).toBeLessThanOrEqual(0.5000001e-6);

describe('Erlang', () => {
  it('gives the published waits of M/M/c', () => {
    published(waitOfMMc(1.8, 1, 2), 4.263158);
    published(waitOfMMc(4, 1, 5), 0.554113);
    published(waitOfMMc(8, 1, 10), 0.20459);
    published(erlangC(2, 1.8), 0.852632);
    published(erlangB(5, 4), 0.199067);
    expect(waitOfMMc(2, 1, 2)).toBe(Infinity);
  });

  it('agrees with the sum over states, coded apart', () => {
    const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
    const [c, a] = [7, 5.3];
    const waiting = (a ** c / factorial(c)) * (c / (c - a));
    const below = Array.from({ length: c }, (_, n) => a ** n / factorial(n)).reduce((sum, term) => sum + term, 0);
    expect(Math.abs(erlangC(c, a) - waiting / (below + waiting))).toBeLessThan(1e-12);
  });

  it('gives rooms that are full and customers who give up', () => {
    const room = finiteRoom(0.9, 1, 1, 5);
    published(room.refused, 0.126023);
    published(room.inSystem, 2.194782);
    published(room.inQueue / room.acceptedRate, 1.790286);
    const erlangA = impatient(10, 1, 10, 2);
    published(erlangA.lost, 0.103913);
    published(erlangA.inQueue, 2.078264);
  });
});

describe('general service and arrivals', () => {
  const at = (rate: number, arrivalScv: number, serviceScv: number, servers = 1) => waitInQueue({ rate, mean: 1, servers, arrivalScv, serviceScv });

  it('is exact for M/G/1 and says so', () => {
    published(at(0.8, 1, 0).mean, 2);
    published(at(0.9, 1, 0).mean, 4.5);
    published(at(0.7, 1, 4).mean, 5.833333);
    published(at(0.8, 1, 1 / 12).mean, 2.166667);
    expect(at(0.8, 1, 0)).toMatchObject({ rule: 'Pollaczek–Khinchine', exact: true });
  });

  it('names its approximations', () => {
    expect(at(0.8, 0.5, 1).rule).toBe('Krämer–Langenbach-Belz');
    published(at(0.8, 0.5, 1).mean, 2.917813);
    published(waitInQueue({ rate: 4, mean: 1, servers: 5, arrivalScv: 0.5, serviceScv: 2 }).mean, 0.692641);
    // Kingman's bound is the same rule without the correction.
    published(at(0.9, 0.5, 1.5).mean / langenbachBelz(0.9, 0.5, 1.5), 9);
  });

  it('solves G/M/1 for even and for Erlang gaps', () => {
    published(waitOfGM1((s) => Math.exp(-s / 0.8), 1), 1.692731);
    published(waitOfGM1((s) => (1.6 / (1.6 + s)) ** 2, 1), 2.84398);
  });
});

describe('priorities', () => {
  const classes = [{ rate: 0.2, mean: 1, secondMoment: 2 }, { rate: 0.6, mean: 1, secondMoment: 2 }];

  it('wait as Cobham says, or preempt', () => {
    const [high = 0, low = 0] = waitsWithoutPreemption(classes);
    published(high, 1);
    published(low, 5);
    const [first = 0, second = 0] = timesWithPreemption(classes);
    published(first, 1.25);
    published(second, 6.25);
  });
});

describe('shortest first', () => {
  it('gives the published wait', () => published(waitOfShortest(4, 0.8), 1.882219));
});

describe('closed networks', () => {
  it('follow mean value analysis', () => {
    const network = meanValueAnalysis([{ demand: 0.605, servers: 1 }, { demand: 2.1, servers: 1 }, { demand: 1.35, servers: 1 }], 15, 3);
    published(network.throughput, 0.151516);
    published(network.response, 4.799825);
    published(network.inStation[1] ?? 0, 0.394657);
    const repair = meanValueAnalysis([{ demand: 1, servers: 1 }], 10, 5);
    published(repair.throughput, 0.436048);
    published(repair.response, 1.466632);
    const line = meanValueAnalysis(Array.from({ length: 4 }, () => ({ demand: 2, servers: 1 })), 0, 12);
    published(line.throughput, 0.4);
  });

  it('with several servers agree with the birth–death solution', () => {
    // Five machines, two repairers, coded as a chain of states.
    const [population, servers, think] = [5, 2, 10];
    const weights = [1];
    for (let n = 1; n <= population; n += 1) weights.push(((weights[n - 1] ?? 0) * ((population - n + 1) / think)) / Math.min(n, servers));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const busy = weights.reduce((sum, weight, n) => sum + Math.min(n, servers) * weight, 0) / total;
    expect(Math.abs(meanValueAnalysis([{ demand: 1, servers }], think, population).throughput - busy)).toBeLessThan(1e-9);
  });
});

describe('handoffs', () => {
  it('wait for batches, departures and answers', () => {
    published(waitForBatch(2, 10), 2.25);
    published(waitForBatchOrTimeout(2, 10, 3), 1.626881);
    published(waitForCadence(24), 12);
    published(repeats(0.3) * 9, 3.857143);
  });

  it('a long timeout is no timeout', () => {
    expect(waitForBatchOrTimeout(2, 10, 1000)).toBeCloseTo(waitForBatch(2, 10), 9);
  });
});

describe('joins', () => {
  it('take the slowest branch', () => {
    expect(meanOfLargest([{ mean: 10, scv: 0 }, { mean: 20, scv: 0 }, { mean: 5, scv: 0 }])).toBe(20);
    expect(meanOfLargest([{ mean: 2, scv: 1 }, { mean: 2, scv: 1 }, { mean: 2, scv: 1 }])).toBeCloseTo(11 / 3, 6);
  });

  it('of two irregular ones is what the integral over three gives where the third takes no time', () => {
    for (const [one, other] of [[4, 2.5], [4, 0.5], [1.5, 0.2]] as const) {
      const times = [{ mean: 3, scv: one }, { mean: 5, scv: other }];
      const [exact, integrated] = [largestOf(times), largestOf([...times, { mean: 0, scv: 0 }])];
      expect(exact.mean / integrated.mean).toBeCloseTo(1, 3);
      expect(exact.variance / integrated.variance).toBeCloseTo(1, 2);
    }
    // Beside a fixed time: 5 + E(X − 5)⁺ of two balanced exponentials of mean 3.
    const often = (1 + Math.sqrt(0.2)) / 2;
    const beyond = [often, 1 - often].map((share) => 1.5 * Math.exp((-5 * 2 * share) / 3));
    expect(meanOfLargest([{ mean: 3, scv: 1.5 }, { mean: 5, scv: 0 }])).toBeCloseTo(5 + beyond[0]! + beyond[1]!, 12);
  });

  it('of queues follow Flatto and Hahn, Nelson and Tantawi', () => {
    published(twoParallelQueues(0.5, 2), 2.875);
    published(twoParallelQueues(0.8, 5), 7);
    published(parallelQueues(4, 0.5, 2), 3.789773);
    published(parallelQueues(4, 0.8, 5), 8.930303);
  });
});

describe('an overload', () => {
  it('has numbers however large it is', () => {
    expect(impatient(500, 1, 1, 8).lost).toBeCloseTo(1 - 1 / 500, 9);
    const { refused, inSystem } = finiteRoom(5000, 1, 1, 200);
    expect(refused).toBeCloseTo(1 - 1 / 5000, 9);
    expect(inSystem).toBeCloseTo(200, 3);
  });
});

describe('a backlog through the week', () => {
  const hours = 168;
  /** M/M/1 with work of one hour. */
  const curve = loadCurve(1, 1, 1, (share) => ({ wait: share / (1 - share), share }));
  const always = Float64Array.from({ length: hours + 1 }, (_, hour) => hour);
  const follow = (coming: Float64Array, before: Float64Array, start: number) => {
    const found = { mean: new Float64Array(hours), share: new Float64Array(hours), range: new Float64Array(hours) };
    followBacklog(curve, coming, before, 1, start, found);
    return found;
  };

  it('stays at the steady state where nothing changes', () => {
    const { mean, share } = follow(new Float64Array(hours).fill(0.8), always, 4);
    expect(mean[100]).toBeCloseTo(4, 1);
    expect(share[100]).toBeCloseTo(0.8, 1);
  });

  it('is worked off in turn where all comes at once', () => {
    const once = new Float64Array(hours);
    once[0] = 20;
    const { mean, range } = follow(once, always, 0);
    // Twenty hours of work: the first waits for nothing, the last for nineteen hours and a bit.
    expect(mean[0]).toBeGreaterThan(8);
    expect(mean[0]).toBeLessThan(10);
    expect(range[0]).toBeCloseTo(9.5, 0);
  });

  it('grows over night and is gone by noon', () => {
    const coming = new Float64Array(hours).fill(0.25);
    const before = Float64Array.from({ length: hours + 1 }, (_, hour) => Math.floor(hour / 24) * 12 + Math.max(0, (hour % 24) - 12));
    const { mean } = follow(coming, before, 1);
    expect(mean[24 + 11]).toBeGreaterThan(mean[24 + 1] as number);
    expect(mean[24 + 12]).toBeGreaterThan(2);
    expect(mean[24 + 23]).toBeLessThan(1);
  });
});

describe('meetings that take so many at most', () => {
  it('leave over what one server of fixed work leaves', () => {
    // One place: the queue of M/D/1 seen at the ends of services, ρ²/2(1 − ρ) beyond the one that is served.
    expect(leftOver(0.5, 1)).toBeCloseTo(0.25, 6);
    expect(leftOver(0.8, 1)).toBeCloseTo(1.6, 5);
    expect(leftOver(3, 3)).toBe(Infinity);
  });

  it('by the normal law where numbers are large', () => {
    expect(leftOver(760, 800)).toBeCloseTo(tail(760, 800), 0);
  });
});

/** Σ E[(S_k)⁺]/k of a normal walk, by plain summation. */
function tail(coming: number, most: number): number {
  let sum = 0;
  for (let k = 1; k < 400; k += 1) {
    const deviation = Math.sqrt(k * coming);
    const drift = k * (most - coming);
    let term = 0;
    for (let x = 0; x < 8 * deviation; x += deviation / 200) term += x * Math.exp(-(((x + drift) / deviation) ** 2) / 2) * (deviation / 200);
    sum += term / deviation / Math.sqrt(2 * Math.PI) / k;
  }
  return sum;
}
