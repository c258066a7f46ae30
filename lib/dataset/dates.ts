/** Dates of the dataset, which may lack a day or a month, against today. */

const DAY_MS = 86_400_000;

/** The last moment of a date that may lack its day or month, so that age is never overstated. */
export function endOf(date: string): Date {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)) : new Date(Date.UTC(year, month - 1, day));
}

/** Days from the end of a date to a day; below 0 where it is still to come. */
export const daysSince = (date: string, today: Date): number => (today.getTime() - endOf(date).getTime()) / DAY_MS;
