import { exp } from '../../kernel/mathematics.ts';
import { waitOfMMc } from './erlang.ts';

/** What a queue sees: rates per time, squared coefficients of variation of gaps and of service. */
export interface Station {
  readonly rate: number;
  readonly mean: number;
  readonly servers: number;
  readonly arrivalScv: number;
  readonly serviceScv: number;
}

/** The named rule by which a wait was found, and whether it is exact. */
export type WaitRule = 'M/M/c' | 'Pollaczek–Khinchine' | 'G/M/1' | 'Krämer–Langenbach-Belz' | 'Allen–Cunneen';

export interface Wait {
  readonly mean: number;
  readonly rule: WaitRule;
  readonly exact: boolean;
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/**
 * Mean wait in queue by the best rule known: exact for M/M/c and M/G/1, Krämer and Langenbach-Belz (1976) for G/G/1,
 * Allen and Cunneen (Allen 1990) with Erlang's C for G/G/c. Infinity from a load of 1.
 */
export function waitInQueue({ rate, mean, servers, arrivalScv, serviceScv }: Station): Wait {
  const poisson = same(arrivalScv, 1);
  const markov = waitOfMMc(rate, mean, servers);
  if (poisson && same(serviceScv, 1)) return { mean: markov, rule: 'M/M/c', exact: true };
  if (poisson && servers === 1) return { mean: (markov * (1 + serviceScv)) / 2, rule: 'Pollaczek–Khinchine', exact: true };
  const scaled = (markov * (arrivalScv + serviceScv)) / 2;
  if (servers === 1) return { mean: scaled * langenbachBelz(rate * mean, arrivalScv, serviceScv), rule: 'Krämer–Langenbach-Belz', exact: false };
  return { mean: scaled, rule: 'Allen–Cunneen', exact: false };
}

/** The correction of Krämer and Langenbach-Belz (1976) to Kingman's formula. */
export function langenbachBelz(load: number, arrivalScv: number, serviceScv: number): number {
  const spread = arrivalScv + serviceScv;
  if (spread === 0) return 0;
  if (arrivalScv <= 1) return exp((-2 * (1 - load) * (1 - arrivalScv) ** 2) / (3 * load * spread));
  return exp((-(1 - load) * (arrivalScv - 1)) / (arrivalScv + 4 * serviceScv));
}

/**
 * Mean wait of G/M/1, exact: σ is the root below 1 of σ = A*(μ(1 − σ)), with A* the Laplace transform of the gaps;
 * Wq = σ / (μ(1 − σ)) (Kleinrock 1975, 6.4). The root is found by its own iteration, which is monotone.
 */
export function waitOfGM1(transform: (s: number) => number, mean: number): number {
  let sigma = 0;
  for (let step = 0; step < 10_000; step += 1) {
    const next = transform((1 - sigma) / mean);
    if (Math.abs(next - sigma) < 1e-15) break;
    sigma = next;
  }
  return (sigma * mean) / (1 - sigma);
}
