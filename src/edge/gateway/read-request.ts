import { decodeJwt } from 'jose';
import type { CommandOf } from '#domain/cloud/command.ts';
import { isIdentityEndpoint } from '#domain/appservice/request.ts';
import { entraHost } from '#domain/entra/discovery.ts';
import { tokenReference } from '#domain/entra/token.ts';
import type { PresentedAssertion, PresentedToken } from '#domain/entra/token.ts';
import { headerOf } from '#domain/http/message.ts';
import type { Headers, HttpRequest } from '#domain/http/message.ts';
import { isImds } from '#domain/imds/request.ts';
import { parseQuery, parseUri } from '#domain/kernel/uri.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import type { TokenSigner } from '#edge/tokens/signer.ts';

/** What code sends, as the world is given it. */
export type SentRequest = CommandOf<'RequestToken'> | CommandOf<'CallTarget'>;

/**
 * A request as it came in, at Azure's own address, as the command that the world decides: a request for a token, or a
 * call of a target with what its `Authorization` header presents. A token of this world is recorded by its reference.
 */
export async function readRequest(from: Origin, request: HttpRequest, signer: TokenSigner): Promise<SentRequest> {
  if (asksForToken(request)) {
    const assertion = assertionIn(request);
    return { type: 'RequestToken', from, request, ...(assertion === null ? {} : { assertion }) };
  }
  const token = await signer.read(headerOf(request.headers, 'Authorization'));
  return callWith(from, request, token);
}

/** The call of a target with a token that was read. */
export function callWith(from: Origin, request: HttpRequest, token: PresentedToken): CommandOf<'CallTarget'> {
  return { type: 'CallTarget', from, request: withReference(request, token), token };
}

/** Whether something answers there that gives tokens to code: IMDS, the endpoint of an app, or Entra ID's token endpoint. */
function asksForToken({ method, url }: HttpRequest): boolean {
  const uri = parseUri(url);
  if (uri === null) return false;
  if (isImds(uri) || isIdentityEndpoint(uri)) return true;
  return uri.host === entraHost && method === 'POST';
}

/** What the text of `client_assertion` says of itself, or null. Whoever issued it is outside this world: its key is not known. */
function assertionIn({ body }: HttpRequest): PresentedAssertion | null {
  const text = parseQuery(body).find(([name]) => name === 'client_assertion')?.[1];
  if (text === undefined) return null;
  try {
    const { iss = '', sub = '', aud = '' } = decodeJwt(text);
    return { issuer: iss, subject: sub, audience: typeof aud === 'string' ? aud : (aud[0] ?? '') };
  } catch {
    return null;
  }
}

/** A world keeps no signed tokens: what it issued is written as a reference. */
function withReference(request: HttpRequest, token: PresentedToken): HttpRequest {
  if (token.kind !== 'jwt' || token.signature !== 'valid') return request;
  const reference = tokenReference(token.claims.uti);
  const headers: Headers = request.headers.map(([name, value]) =>
    name.toLowerCase() === 'authorization' ? [name, value.replace(/[^\s=]+$/, reference)] : [name, value],
  );
  return { ...request, headers };
}
