import { appRoleGate, appSuffix, applicationGate, audiencesOf, roleWanted } from '#domain/appservice/easy-auth.ts';
import type { AppCaller } from '#domain/appservice/easy-auth.ts';
import * as wire from '#domain/appservice/easy-auth-wire.ts';
import type { DoorFacts } from '#domain/appservice/easy-auth-wire.ts';
import { siteOf } from '#domain/appservice/state.ts';
import type { Resource } from '#domain/arm/resource.ts';
import { findByCloudName, findResource } from '#domain/arm/state.ts';
import type { TokenClaims } from '#domain/entra/token.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { Gate } from '#domain/rbac/access.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import type { CloudState } from '../state.ts';
import { authorize } from './authorize.ts';
import type { TargetAnswer, TargetCall } from './target-call.ts';

/** The app at `<app>.azurewebsites.net`, or the slot at `<app>-<slot>.azurewebsites.net`. */
export function findApp(state: CloudState, { host }: Uri): Resource | undefined {
  if (!host.endsWith(appSuffix)) return undefined;
  const label = host.slice(0, -appSuffix.length);
  return findByCloudName(state.arm, 'webApp', label) ?? findSlot(state, label);
}

/** Names of apps and of slots may have hyphens, so each of them may be the one between the two. */
function findSlot(state: CloudState, label: string): Resource | undefined {
  for (let at = label.indexOf('-'); at !== -1; at = label.indexOf('-', at + 1)) {
    const app = findByCloudName(state.arm, 'webApp', label.slice(0, at));
    const slot = app && findResource(state.arm, `${app.id}/slots/${label.slice(at + 1)}`);
    if (slot !== undefined) return slot;
  }
  return undefined;
}

/**
 * An app that is called: where it is behind Easy Auth, that looks at the token before the code of the app does
 * (facts: tokens §7.6). Without, everybody gets through, and nobody is known.
 */
export function callApp(draft: Draft, call: TargetCall, rules: Rules): TargetAnswer {
  const { target, token, from, uri } = call;
  const { state } = draft;
  const { authentication } = siteOf(state.appService, target.id);
  const { unauthenticatedAction } = authentication ?? { unauthenticatedAction: 'AllowAnonymous' };
  const isAnonymous = authentication === null || (token.kind === 'none' && unauthenticatedAction === 'AllowAnonymous');
  if (isAnonymous) return runApp(uri, null, []);
  const question = { token, audiences: audiencesOf(authentication), from, target: target.id };
  const byApplication = (claims: TokenClaims) => ({ gates: [applicationGate(authentication, claims)], pending: null });
  const authorization = authorize(state, question, byApplication, rules);
  const { decision } = authorization;
  if (authorization.allowed) return runApp(uri, authorization.claims, decision.gates);
  const door: DoorFacts = { host: uri.host, path: uri.path, tenantId: state.tenantId, authentication };
  if (authorization.claims !== null) return { answer: wire.forbidden(), decision };
  if (token.kind === 'none') return { answer: refuseAnonymous(door), decision };
  const isSeen = authorization.gate.gate === 'audience';
  return { answer: wire.unauthorized(door, isSeen ? 'capture' : 'unconfirmed'), decision };
}

function refuseAnonymous(door: DoorFacts): SourcedResponse {
  switch (door.authentication.unauthenticatedAction) {
    case 'RedirectToLoginPage':
      return wire.toSignIn(door);
    case 'Return403':
      return wire.forbidden();
    default:
      return wire.unauthorized(door, 'capture');
  }
}

/** The code of the app: it greets, or asks for a role where the path does. `passed` are the gates before it. */
function runApp(uri: Uri, caller: AppCaller, passed: readonly Gate[]): TargetAnswer {
  const role = roleWanted(uri.path);
  const gates = role === null ? passed : [...passed, appRoleGate(role, caller)];
  const allowed = gates.every((gate) => gate.passed);
  return {
    answer: allowed || role === null ? wire.greeting(caller) : wire.roleMissing(role),
    decision: gates.length === 0 ? null : { allowed, gates, pending: null },
  };
}
