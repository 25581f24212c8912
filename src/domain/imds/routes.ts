import { imdsTokenPath } from './request.ts';

/** A path that IMDS knows; `since` is its first api-version, null where none is asked for (facts: tokens §2). */
export type Route =
  | { readonly to: 'token'; readonly since: string }
  | { readonly to: 'info'; readonly since: string }
  | { readonly to: 'versions'; readonly since: null }
  /** The instance document, narrowed by the segments after `/metadata/instance`. */
  | { readonly to: 'instance'; readonly since: string; readonly segments: readonly string[] };

export type DocumentRoute = Exclude<Route, { readonly to: 'token' }>;

const instancePath = '/metadata/instance';

const fixed: Readonly<Record<string, Route>> = {
  [imdsTokenPath]: { to: 'token', since: '2018-02-01' },
  '/metadata/identity/info': { to: 'info', since: '2018-02-01' },
  '/metadata/versions': { to: 'versions', since: null },
};

/** Documented paths that the simulator leaves out (facts: tokens §2). */
const leftOut: readonly string[] = [
  '/metadata/attested/document',
  '/metadata/loadbalancer',
  '/metadata/scheduledevents',
  '/metadata/identity/getplatformmetadata',
  '/metadata/identity/issuecredential',
];

/** Whether IMDS has this path and the simulator does not. */
export function isLeftOut(path: string): boolean {
  return leftOut.includes(path.replace(/^\/+/, '/').replace(/\/+$/, '').toLowerCase());
}

/** Where a path leads, compared without case; slashes before and after it make no difference, for SDKs add some (facts: clients §1, §9). */
export function routeOf(path: string): Route | null {
  const plain = path.replace(/^\/+/, '/').replace(/\/+$/, '');
  const lower = plain.toLowerCase();
  if (lower === instancePath || lower.startsWith(`${instancePath}/`)) {
    const segments = plain.slice(instancePath.length).split('/').slice(1);
    return { to: 'instance', since: '2017-04-02', segments };
  }
  return Object.hasOwn(fixed, lower) ? (fixed[lower] ?? null) : null;
}
