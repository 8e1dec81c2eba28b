import type { Calendar } from './calendar.ts';

const hours = (time: string): number => {
  const [h = 0, m = 0, s = 0] = time.split(':').map(Number);
  return h + m / 60 + s / 3600;
};

/** Open hours of a calendar in an ordinary week, counted by availability. */
export const weekHours = (calendar: Calendar): number =>
  calendar.weekly.reduce((sum, { from, to, availability = 1 }) => sum + Math.max(0, hours(to) - hours(from)) * availability, 0);
