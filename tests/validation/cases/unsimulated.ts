/** Numbers of analytic.json that no run is held to, and why. */
export interface Unsimulated {
  readonly name: string;
  readonly inputs?: string;
  readonly keys: readonly string[] | 'all';
  readonly why: 'approximation: the estimate gives it, a run need not' | 'formula: no quantity that a run measures' | 'another entry: the same number is simulated there';
}

const approximation = 'approximation: the estimate gives it, a run need not';
const formula = 'formula: no quantity that a run measures';

const another = 'another entry: the same number is simulated there';

export const unsimulated: readonly Unsimulated[] = [
  { name: 'Kingman VUT G/G/1', keys: 'all', why: approximation },
  { name: 'Kraemer-Langenbach-Belz G/G/1', keys: 'all', why: approximation },
  { name: 'Allen-Cunneen G/G/c', keys: 'all', why: approximation },
  { name: 'Fork-join K=4 Nelson-Tantawi approx', keys: 'all', why: approximation },
  // First come, first served: M/M/1 at the same load.
  { name: 'SPT M/M/1 (non-preemptive)', keys: ['FIFO'], why: another },
  // The exact value lies between these two bounds.
  { name: 'Fork-join 2x M/M/1 (Flatto-Hahn exact)', keys: ['lower_bound', 'upper_indep'], why: formula },
  // Moments of the time to complete one item; the wait that follows from them is simulated as operation-dependent breakdowns.
  { name: 'Factory Physics effective time', keys: 'all', why: formula },
  { name: 'Rolled %C&A', keys: 'all', why: formula },
  // Derivatives; a run gives differences.
  { name: 'Sensitivity M/M/1', keys: 'all', why: formula },
];
