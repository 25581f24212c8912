/** `09:07`, the world's clock in UTC. */
export function clock(at: number): string {
  return new Date(at * 1000).toISOString().slice(11, 16);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** `2 Mar 2026, 09:07` */
export function dayAndClock(at: number): string {
  return `${dayFormat.format(at * 1000)}, ${clock(at)}`;
}

/** `2 Mar 2026` */
export function dayOf(at: number): string {
  return dayFormat.format(at * 1000);
}

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** The time of day where it is today, else with its day: `3 Mar, 09:10`. */
export function when(at: number, now: number): string {
  return dayOf(at) === dayOf(now) ? clock(at) : `${shortDay.format(at * 1000)}, ${clock(at)}`;
}

/** `10 minutes`, `23 h 55 min`, `30 days` */
export function span(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  if (minutes % 1440 === 0) return minutes === 1440 ? '24 hours' : `${minutes / 1440} days`;
  if (minutes > 2880) return `${Math.round(minutes / 1440)} days`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
