import { invariant } from '#domain/kernel/invariant.ts';

declare const unit: unique symbol;
/** A point of simulated time, in whole Unix seconds. */
export type Instant = number & { readonly [unit]: 'Unix seconds' };

/** Seconds in a minute. */
export const minute = 60;
/** Seconds in an hour. */
export const hour = 60 * minute;
/** Seconds in a day; Unix time knows no leap seconds. */
export const day = 24 * hour;

/** 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z: outside them a year does not have four digits. */
const first = -62_167_219_200;
const last = 253_402_300_799;

/** Makes an instant of whole Unix seconds within the years 0000 to 9999. */
export function instant(seconds: number): Instant {
  invariant(Number.isInteger(seconds) && seconds >= first && seconds <= last, `Not an instant: ${seconds} seconds`);
  return seconds as Instant;
}

/** The instant that many seconds later, or earlier for a negative number. */
export function plus(at: Instant, seconds: number): Instant {
  return instant(at + seconds);
}

/** `2026-03-02T09:00:00Z`, the form in which worlds and content write an instant. */
export function toIso(at: Instant): string {
  return `${isoDate(at)}T${timeOfDay(at)}Z`;
}

/** Reads exactly the form that `toIso` writes; throws for any other text and for a date that never was. */
export function fromIso(text: string): Instant {
  const fields = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(text)?.slice(1).map(Number);
  invariant(fields !== undefined, `Not an instant: ${text}`);
  const [year = 0, month = 0, dayOfMonth = 0, hours = 0, minutes = 0, seconds = 0] = fields;
  const days = daysFromCivil({ year, month, dayOfMonth });
  const at = instant(days * day + hours * hour + minutes * minute + seconds);
  invariant(toIso(at) === text, `Not an instant: ${text}`);
  return at;
}

/** `Mon, 02 Mar 2026 09:00:00 GMT`, the form of HTTP's `Date` and `Last-Modified` headers. */
export function toRfc1123(at: Instant): string {
  const { year, month, dayOfMonth } = civilFromDays(dayNumber(at));
  const date = `${padded(dayOfMonth, 2)} ${shortName(monthNames, month - 1)} ${padded(year, 4)}`;
  const weekday = shortName(weekdayNames, ((dayNumber(at) % 7) + 7) % 7);
  return `${weekday}, ${date} ${timeOfDay(at)} GMT`;
}

/** `2026-03-02T09:00:00.0000000Z`, the form of ARM and Storage with .NET's seven digits of a second. */
export function toIsoFraction7(at: Instant): string {
  return `${isoDate(at)}T${timeOfDay(at)}.0000000Z`;
}

/** `2026-03-02 09:00:00Z`, the form in the error bodies of Microsoft Entra. */
export function toEntraTimestamp(at: Instant): string {
  return `${isoDate(at)} ${timeOfDay(at)}Z`;
}

/** `3/2/2026 9:00:00 AM`, as .NET writes an instant for people in the United States. */
export function toUsDateTime(at: Instant): string {
  const { year, month, dayOfMonth } = civilFromDays(dayNumber(at));
  const [hours = 0, ...rest] = timeOfDay(at).split(':').map(Number);
  const time = [hours % 12 === 0 ? 12 : hours % 12, ...rest.map((part) => padded(part, 2))].join(':');
  return `${month}/${dayOfMonth}/${year} ${time} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** `09:00`, the hours and minutes in UTC. */
export function clockTime(at: Instant): string {
  return timeOfDay(at).slice(0, 5);
}

const monthNames = 'JanFebMarAprMayJunJulAugSepOctNovDec';
/** From Thursday on, the weekday of 1 January 1970. */
const weekdayNames = 'ThuFriSatSunMonTueWed';

interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

function dayNumber(at: Instant): number {
  return Math.floor(at / day);
}

function shortName(names: string, index: number): string {
  return names.slice(index * 3, index * 3 + 3);
}

function isoDate(at: Instant): string {
  const { year, month, dayOfMonth } = civilFromDays(dayNumber(at));
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

function timeOfDay(at: Instant): string {
  const seconds = at - dayNumber(at) * day;
  const fields = [seconds / hour, (seconds % hour) / minute, seconds % minute];
  return fields.map((field) => padded(Math.floor(field), 2)).join(':');
}

function padded(number: number, digits: number): string {
  return number.toString().padStart(digits, '0');
}

/*
 * The Gregorian calendar repeats every 400 years, an era of 146,097 days. Years are counted from 1 March here,
 * so that the leap day is a year's last and the months before it follow one line: 153 days in every five.
 */
const daysPerEra = 146_097;
/** Days from 1 March 0000, where eras begin, to 1 January 1970. */
const eraToEpoch = 719_468;

function daysFromCivil({ year, month, dayOfMonth }: CivilDate): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * daysPerEra + yearOfEra * 365 + leapDays + dayOfYear - eraToEpoch;
}

function civilFromDays(days: number): CivilDate {
  const era = Math.floor((days + eraToEpoch) / daysPerEra);
  const dayOfEra = days + eraToEpoch - era * daysPerEra;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((marchMonth + 2) % 12) + 1;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}
