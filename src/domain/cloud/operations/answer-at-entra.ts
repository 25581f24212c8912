import { tenantNotFound } from '#domain/entra/client-errors.ts';
import { documentAnswer, documentAt, isForAll } from '#domain/entra/discovery.ts';
import type { EntraVersion } from '#domain/entra/discovery.ts';
import type { PresentedAssertion } from '#domain/entra/token.ts';
import { pageNotFound } from '#domain/entra/wire.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { Draft } from '../draft.ts';
import { withoutToken } from './endpoints/endpoint.ts';
import type { EndpointAnswer } from './endpoints/endpoint.ts';
import { refusalAnswer, requestNumber } from './issue.ts';
import { answerTokenPost, isTenant } from './token-endpoint.ts';

/** A request that reached `login.microsoftonline.com`: for a token, or for what it publishes. */
export interface EntraRequest {
  readonly request: HttpRequest;
  readonly uri: Uri;
  readonly from: Origin;
  readonly assertion: PresentedAssertion | null;
}

const tokenPaths = [
  [/^\/([^/]+)\/oauth2\/v2\.0\/token$/, 'v2'],
  [/^\/([^/]+)\/oauth2\/token$/, 'v1'],
] as const satisfies readonly (readonly [RegExp, EntraVersion])[];

/** A token, a document, or the refusal of the path or of the tenant. */
export function answerAtEntra(draft: Draft, { request, uri, from, assertion }: EntraRequest): EndpointAnswer {
  const { state } = draft;
  if (request.method === 'POST') {
    for (const [path, version] of tokenPaths) {
      const tenant = path.exec(uri.path)?.[1];
      if (tenant !== undefined) {
        return answerTokenPost(draft, { version, tenant, body: request.body, from, assertion });
      }
    }
  }
  const document = request.method === 'GET' ? documentAt(uri.path) : null;
  if (document === null) return withoutToken(pageNotFound());
  const { tenant } = document;
  if (isForAll(tenant)) return withoutToken(documentAnswer(document, state.seed));
  return isTenant(state, tenant)
    ? withoutToken(documentAnswer({ ...document, tenant: state.tenantId }, state.seed))
    : withoutToken(refusalAnswer(state, tenantNotFound(tenant), requestNumber(state)));
}
