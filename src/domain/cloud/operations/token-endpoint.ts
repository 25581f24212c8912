import { findResource } from '#domain/arm/state.ts';
import * as errors from '#domain/entra/client-errors.ts';
import { findByClientId } from '#domain/entra/directory.ts';
import type { EntraVersion } from '#domain/entra/discovery.ts';
import { tenantDomain } from '#domain/entra/built-in.ts';
import type { ServicePrincipal } from '#domain/entra/state.ts';
import type { PresentedAssertion } from '#domain/entra/token.ts';
import * as wire from '#domain/entra/wire.ts';
import type { EntraError } from '#domain/entra/wire.ts';
import { clusterIssuer, exchangeAudience, serviceAccountSubject } from '#domain/federation/request.ts';
import { matchAssertion } from '#domain/federation/rules.ts';
import { credentialsOf } from '#domain/federation/state.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { ClientId, ResourceId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import { parseQuery } from '#domain/kernel/uri.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { Draft } from '../draft.ts';
import { homeDirectory } from '../queries.ts';
import type { CloudState } from '../state.ts';
import { withoutToken } from './endpoints/endpoint.ts';
import type { EndpointAnswer } from './endpoints/endpoint.ts';
import { issueToApp, refusalAnswer, requestNumber } from './issue.ts';

/** A request to a token endpoint of Entra ID. */
export interface TokenPost {
  readonly version: EntraVersion;
  /** As the path names it. */
  readonly tenant: string;
  readonly body: string;
  readonly from: Origin;
  /** What the text of `client_assertion` says; null where it says nothing that can be read. */
  readonly assertion: PresentedAssertion | null;
}

/**
 * Client credentials with a token of another issuer in the place of a secret (facts: tokens §3.6). Refusals come in
 * the order in which each needs what the one before it has found: tenant, form, client, credential, audience.
 */
export function answerTokenPost(draft: Draft, post: TokenPost): EndpointAnswer {
  const { state } = draft;
  const read = readPost(state, post);
  if (read.kind === 'refused') return refuse(state, read.error);
  const { principal, assertion, resource } = read;
  const unmatched = refuseAssertion(state, principal, assertion);
  if (unmatched !== null) return refuse(state, unmatched);
  const issued = issueToApp(draft, {
    principalId: principal.id,
    clientId: principal.appId,
    displayName: principal.displayName,
    resource,
    owner: principal.ownerId,
    holder: holderOf(post.from, assertion),
    askingHost: null,
  });
  if (issued.kind === 'refused') return refuse(state, issued.error);
  const { claims } = issued;
  const answer =
    post.version === 'v2' ? wire.tokenResponseV2(claims, state.now) : wire.tokenResponse(claims, state.now);
  return { answer, tokenId: claims.uti, fromCache: false };
}

/** What the platform under a workload says of it, or null where none gives it tokens. */
export function ownAssertion(state: CloudState, from: Origin): PresentedAssertion | null {
  const audience = exchangeAudience;
  if (from.kind === 'external') return { issuer: from.issuer, subject: from.subject, audience };
  if (from.kind !== 'pod') return null;
  const cluster = findResource(state.arm, from.clusterId);
  if (cluster?.kind !== 'aksCluster') return null;
  const issuer = clusterIssuer(state.seed, state.tenantId, cluster);
  const { namespace, serviceAccount: name } = from;
  return { issuer, subject: serviceAccountSubject({ namespace, name }), audience };
}

/** Whether a path names the tenant, by its id or by its domain. */
export function isTenant({ tenantId }: CloudState, name: string): boolean {
  return [tenantId, tenantDomain].some((each) => idKey(each) === idKey(name));
}

type Read =
  | { readonly kind: 'refused'; readonly error: EntraError }
  | {
      readonly kind: 'read';
      readonly principal: ServicePrincipal;
      readonly assertion: PresentedAssertion;
      readonly resource: string;
    };

function readPost(state: CloudState, { version, tenant, body, assertion }: TokenPost): Read {
  if (!isTenant(state, tenant)) return refused(errors.tenantNotFound(tenant));
  const form = new Map(parseQuery(body));
  const valueOf = (name: string) => form.get(name) ?? '';
  const resourceParameter = version === 'v2' ? 'scope' : 'resource';
  const missing = ['grant_type', 'client_id', resourceParameter].find((name) => valueOf(name) === '');
  if (missing !== undefined) return refused(errors.parameterMissing(missing));
  if (valueOf('grant_type') !== 'client_credentials') return refused(errors.grantNotSupported(valueOf('grant_type')));
  const clientId = valueOf('client_id');
  const principal = findByClientId(homeDirectory(state), idKey(clientId));
  if (principal === undefined) return refused(wire.clientNotFound(clientId as ClientId, state.tenantId));
  if (form.has('client_secret')) return refused(errors.secretNotValid(clientId));
  if (!form.has('client_assertion')) return refused(errors.proofMissing());
  if (assertion === null) return refused(errors.assertionMalformed());
  const asked = valueOf(resourceParameter);
  return { kind: 'read', principal, assertion, resource: version === 'v2' ? resourceOf(asked) : asked };
}

/** Everything before the last slash of a scope is the resource (facts: tokens §6). */
function resourceOf(scope: string): string {
  return scope.replace(/\/[^/]*$/, '');
}

/** A system-assigned identity holds no credential, so that none of its own ever matches. */
function refuseAssertion(
  state: CloudState,
  principal: ServicePrincipal,
  assertion: PresentedAssertion,
): EntraError | null {
  const match = matchAssertion(credentialsOf(state.federation, principal.ownerId), assertion, state.now);
  if (match.kind === 'matched') return null;
  switch (match.reason) {
    case 'none':
      return errors.noCredentials(principal.displayName);
    case 'notYet':
      return errors.notYetKnown(assertion);
    case 'issuer':
      return errors.issuerNotKnown(assertion);
    case 'subject':
      return errors.subjectNotKnown(assertion);
    case 'subjectCase':
      return errors.subjectInAnotherCase(assertion);
    case 'audience':
      return errors.audienceNotKnown(assertion);
  }
}

/** Who keeps the token: pods are within their cluster, other workloads under a name that no ARM id can have. */
function holderOf(from: Origin, { issuer, subject }: PresentedAssertion): ResourceId {
  const holder =
    from.kind === 'pod'
      ? `${from.clusterId}/namespaces/${from.namespace}/serviceAccounts/${from.serviceAccount}`
      : `/workloads/${guid('workload', issuer, subject)}`;
  return holder as ResourceId;
}

function refused(error: EntraError): Read {
  return { kind: 'refused', error };
}

function refuse(state: CloudState, error: EntraError): EndpointAnswer {
  return withoutToken(refusalAnswer(state, error, requestNumber(state)));
}
