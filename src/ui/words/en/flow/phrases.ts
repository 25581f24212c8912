import type { CastHost, Wanted } from '#app/flow/scene.ts';
import { clock as time } from '../time.ts';

/** A step in words: its heading in the list, why it happens, and what the picture has room for. */
export interface Telling {
  readonly title: string;
  readonly text: string;
  readonly label: string;
}

export const endpointName = { imds: 'IMDS', identityEndpoint: 'The identity endpoint' } as const;
export const askerName = {
  ...endpointName,
  platform: 'The platform of the app',
  application: 'The application',
} as const;
export const endpointInText = { imds: 'IMDS', identityEndpoint: 'the identity endpoint' } as const;
export const askerInText = { ...endpointInText, platform: 'the platform' } as const;

/** `vault.azure.net`: audiences are known by their host, so the scheme and the final slash are left out. */
export function audience(resource: string): string {
  return resource.replace(/^https:\/\//, '').replace(/\/$/, '');
}

export function hostName({ kind, name }: CastHost): string {
  if (kind === 'laptop') return 'the laptop';
  if (kind === 'external') return 'the workload outside Azure';
  return name === '' ? 'a virtual machine' : name;
}

export function duration(seconds: number): string {
  const rounded = Math.round(Math.abs(seconds));
  if (rounded < 60) return count(rounded, 'second') || 'no time';
  const minutes = Math.round(Math.abs(seconds) / 60);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [count(days, 'day'), count(hours, 'hour'), count(rest, 'minute')].filter((part) => part !== '');
  return days === 1 && hours + rest === 0 ? '24 hours' : list(parts);
}

function count(number: number, unit: string): string {
  if (number === 0) return '';
  return number === 1 ? `1 ${unit}` : `${number} ${unit}s`;
}

export function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `2 March 2026, 09:00 UTC` */
export function moment(at: number): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at * 1000);
  return `${day}, ${time(at)} UTC`;
}

export function wanted(thing: Wanted): string {
  switch (thing.kind) {
    case 'secret':
      return `the secret ${thing.name}`;
    case 'blob':
      return `the blob ${thing.name}`;
    case 'unknown':
      return 'what it was asked for';
  }
}

export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
