import type * as english from '#ui/words/en/time.ts';

/** `09:07`, the world's clock in UTC. */
export const clock: typeof english.clock = (at) => new Date(at * 1000).toISOString().slice(11, 16);

const dayFormat = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeZone: 'UTC' });

/** `02.03.2026, 09:07` */
export const dayAndClock: typeof english.dayAndClock = (at) => `${dayFormat.format(at * 1000)}, ${clock(at)}`;

/** `02.03.2026` */
export const dayOf: typeof english.dayOf = (at) => dayFormat.format(at * 1000);

const shortDay = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** The time of day where it is today, else with its day: `3. März, 09:10`. */
export const when: typeof english.when = (at, now) =>
  dayOf(at) === dayOf(now) ? clock(at) : `${shortDay.format(at * 1000)}, ${clock(at)}`;

/** `10 Minuten`, `23 h 55 min`, `30 Tage`: after „in“ and „nach“ days take another ending, so sentences avoid both. */
export const span: typeof english.span = (seconds) => {
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return minutes === 1 ? '1 Minute' : `${minutes} Minuten`;
  if (minutes % 1440 === 0) return minutes === 1440 ? '24 Stunden' : `${minutes / 1440} Tage`;
  if (minutes > 2880) return `${Math.round(minutes / 1440)} Tage`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
};
