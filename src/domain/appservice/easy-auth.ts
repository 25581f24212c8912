import type { TokenClaims } from '#domain/entra/token.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { Authentication } from './state.ts';

/** Apps and slots answer below this name; a slot at `<app>-<slot>`. */
export const appSuffix = '.azurewebsites.net';

/** The host name of an app or, by `<app>/<slot>`, of a slot. */
export function appHost(name: string): string {
  return `${name.replace('/', '-').toLowerCase()}${appSuffix}`;
}

/** What the app accepts as audience: what is configured, and its own client ID always (facts: tokens §7.6). */
export function audiencesOf({ clientId, allowedAudiences }: Authentication): readonly string[] {
  return [...allowedAudiences, clientId];
}

/** Whether Easy Auth lets this client in: any of the tenant, unless a list says otherwise (facts: tokens §7.6). */
export function applicationGate({ allowedApplications }: Authentication, { appid }: TokenClaims): Gate {
  if (allowedApplications === null) return gate('application', true, 'any application of the tenant', appid);
  const wanted = allowedApplications.map((each) => each.toLowerCase());
  const expected = wanted.length === 0 ? 'no application' : allowedApplications.join(', ');
  return gate('application', wanted.includes(appid.toLowerCase()), expected, appid);
}

/** Who called, as the code of an app learns it; null for nobody it knows. */
export type AppCaller = TokenClaims | null;

/** The app role that a path asks for, `/roles/<role>`; null for any other path. */
export function roleWanted(path: string): string | null {
  return /^\/roles\/([^/]+)$/.exec(path)?.[1] ?? null;
}

/** The check of an app role, which the code of the app makes: Easy Auth does not (facts: tokens §7.6). */
export function appRoleGate(role: string, caller: AppCaller): Gate {
  const held = caller?.roles ?? [];
  return gate('appRole', held.includes(role), role, held.length === 0 ? 'no roles' : held.join(', '));
}

function gate(name: 'application' | 'appRole', passed: boolean, expected: string, found: string): Gate {
  return { gate: name, passed, expected, found };
}
