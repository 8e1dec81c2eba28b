/** One class at a station with priorities; classes are given from the highest to the lowest. */
export interface PriorityClass {
  readonly rate: number;
  readonly mean: number;
  /** Second moment of service: mean² (1 + scv). */
  readonly secondMoment: number;
}

/**
 * Mean wait before service of each class at one unit without pre-emption, exact for Poisson arrivals:
 * W0 / ((1 − σ above)(1 − σ with own)) (Cobham 1954).
 */
export function waitsWithoutPreemption(classes: readonly PriorityClass[]): number[] {
  const residual = classes.reduce((sum, { rate, secondMoment }) => sum + (rate * secondMoment) / 2, 0);
  let above = 0;
  return classes.map(({ rate, mean }) => {
    const own = above + rate * mean;
    const wait = own >= 1 ? Infinity : residual / ((1 - above) * (1 - own));
    above = own;
    return wait;
  });
}

/**
 * Mean time in system of each class at one unit with preemptive resume, exact for Poisson arrivals:
 * T = mean / (1 − σ above) + Σ_{i ≤ k} λ E[S²]/2 / ((1 − σ above)(1 − σ with own)) (White and Christie 1958).
 */
export function timesWithPreemption(classes: readonly PriorityClass[]): number[] {
  let above = 0;
  let residual = 0;
  return classes.map(({ rate, mean, secondMoment }) => {
    const own = above + rate * mean;
    residual += (rate * secondMoment) / 2;
    const time = own >= 1 ? Infinity : mean / (1 - above) + residual / ((1 - above) * (1 - own));
    above = own;
    return time;
  });
}
