/** Hours of a week, Monday 00:00 first. */
const hoursInWeek = 168;
const officeOpens = 9;
const officeCloses = 17;


/** The same in every hour of the week. */
export const flatProfile: readonly number[] = Array.from({ length: hoursInWeek }, () => 1);

/** Monday to Friday in office hours. */
export const officeProfile: readonly number[] = flatProfile.map((_, at) => (at < 5 * 24 && at % 24 >= officeOpens && at % 24 < officeCloses ? 1 : 0));

/** Share of the week's volume by day, Monday first. */
export function daySharesOf(profile: readonly number[]): readonly number[] {
  const sum = profile.reduce((total, weight) => total + weight, 0);
  return Array.from({ length: 7 }, (_, day) => (sum === 0 ? 0 : profile.slice(day * 24, day * 24 + 24).reduce((total, weight) => total + weight, 0) / sum));
}

/** A profile with other weights in some hours; undefined where nothing would come in at any time. */
export function withWeights(profile: readonly number[], weights: readonly { readonly at: number; readonly weight: number }[]): readonly number[] | undefined {
  const next = [...profile];
  for (const { at, weight } of weights) next[at] = weight;
  return next.some((weight) => weight > 0) ? next : undefined;
}
