import type { CastHost, Wanted } from '#app/flow/scene.ts';
import { clock as time } from '../time.ts';

export type { Telling } from '#ui/words/en/flow/phrases.ts';

export const endpointName = { imds: 'IMDS', identityEndpoint: 'Der Identitätsendpunkt' } as const;
export const askerName = {
  ...endpointName,
  platform: 'Die Plattform der App',
  application: 'Die Anwendung',
} as const;
export const endpointInText = { imds: 'IMDS', identityEndpoint: 'der Identitätsendpunkt' } as const;
export const askerInText = { ...endpointInText, platform: 'die Plattform' } as const;

/** `vault.azure.net`: audiences are known by their host, so the scheme and the final slash are left out. */
export function audience(resource: string): string {
  return resource.replace(/^https:\/\//, '').replace(/\/$/, '');
}

/** Of the cases only these are needed; `start` is the nominative that begins a sentence. */
type Case = 'nominative' | 'dative' | 'accusative' | 'start';

const hostsWithoutName: Readonly<Record<'laptop' | 'external' | 'machine', Readonly<Record<Case, string>>>> = {
  laptop: { nominative: 'der Laptop', dative: 'dem Laptop', accusative: 'den Laptop', start: 'Der Laptop' },
  external: {
    nominative: 'der Workload außerhalb von Azure',
    dative: 'dem Workload außerhalb von Azure',
    accusative: 'den Workload außerhalb von Azure',
    start: 'Der Workload außerhalb von Azure',
  },
  machine: {
    nominative: 'ein virtueller Computer',
    dative: 'einem virtuellen Computer',
    accusative: 'einen virtuellen Computer',
    start: 'Ein virtueller Computer',
  },
};

export function hostName({ kind, name }: CastHost, form: Case = 'nominative'): string {
  if (kind === 'laptop' || kind === 'external') return hostsWithoutName[kind][form];
  return name === '' ? hostsWithoutName.machine[form] : name;
}

/** `2 Stunden und 5 Minuten`; in the dative, as after „vor“, days have another ending. */
export function duration(seconds: number, form: 'other' | 'dative' = 'other'): string {
  const rounded = Math.round(Math.abs(seconds));
  if (rounded < 60) return count(rounded, 'Sekunde', 'Sekunden') || 'keine Zeit';
  const minutes = Math.round(Math.abs(seconds) / 60);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [
    count(days, 'Tag', form === 'dative' ? 'Tagen' : 'Tage'),
    count(hours, 'Stunde', 'Stunden'),
    count(rest, 'Minute', 'Minuten'),
  ].filter((part) => part !== '');
  return days === 1 && hours + rest === 0 ? '24 Stunden' : list(parts);
}

function count(number: number, one: string, more: string): string {
  if (number === 0) return '';
  return `${number} ${number === 1 ? one : more}`;
}

export function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} und ${last}`;
}

/** `2. März 2026, 09:00 UTC` */
export function moment(at: number): string {
  const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'UTC' }).format(at * 1000);
  return `${day}, ${time(at)} UTC`;
}

/** As an object: `das Geheimnis sql`, `den Blob q1.csv`. */
export function wanted(thing: Wanted): string {
  switch (thing.kind) {
    case 'secret':
      return `das Geheimnis ${thing.name}`;
    case 'blob':
      return `den Blob ${thing.name}`;
    case 'unknown':
      return 'das Angeforderte';
  }
}

export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
