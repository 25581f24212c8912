import type { Headers, HttpRequest, SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { TenantId } from '#domain/kernel/brand.ts';
import { percentEncode } from '#domain/kernel/percent.ts';
import { appHost } from './easy-auth.ts';
import type { AppCaller } from './easy-auth.ts';
import type { Authentication } from './state.ts';

/** A GET of an app or slot, with a token or without. */
export function appRequest(name: string, path: string, authorization: string | null): HttpRequest {
  return {
    method: 'GET',
    url: `https://${appHost(name)}/${path}`,
    headers: authorization === null ? [] : [['Authorization', authorization]],
    body: '',
  };
}

/** What an answer of Easy Auth knows of the request. */
export interface DoorFacts {
  readonly host: string;
  readonly path: string;
  readonly tenantId: TenantId;
  readonly authentication: Authentication;
}

const noPermission = 'You do not have permission to view this directory or page.';

/**
 * facts: tokens §7.6 (microsoft-authentication-library-for-dotnet#2425, a token for another audience) for the body; the
 * challenge was seen at a function app that was sent no token.
 */
export function unauthorized({ host, tenantId, authentication }: DoorFacts, source: WireSource): SourcedResponse {
  const challenge = `Bearer realm="${host}" authorization_uri="https://login.windows.net/${tenantId}/oauth2/authorize" resource_id="${authentication.clientId}"`;
  return page(401, [['WWW-Authenticate', challenge]], noPermission, source);
}

/** Status documented; that the words are those of the 401 is unconfirmed. */
export function forbidden(): SourcedResponse {
  return page(403, [], noPermission, 'unconfirmed');
}

/** To the sign-in page; the parameters were seen in public reports, the nonce is left out. */
export function toSignIn({ host, path, tenantId, authentication }: DoorFacts): SourcedResponse {
  const redirect = percentEncode(`https://${host}/.auth/login/aad/callback`);
  const state = percentEncode(`redir=${percentEncode(path)}`);
  const location = `https://login.windows.net/${tenantId}/oauth2/authorize?response_type=code+id_token&redirect_uri=${redirect}&client_id=${authentication.clientId}&scope=openid+profile+email&response_mode=form_post&state=${state}`;
  return page(302, [['Location', location]], '', 'capture');
}

/** What the code of the app answers: the simulator's own app, which says who it thinks is calling. */
export function greeting(caller: AppCaller): SourcedResponse {
  const who = caller === null ? { caller: 'anonymous' } : { caller: caller.appid, oid: caller.oid };
  return json(200, { ...who, roles: caller?.roles ?? [] });
}

/** The code of the app refuses by itself: the simulator's words. */
export function roleMissing(role: string): SourcedResponse {
  return json(403, { error: `The role ${role} is needed.` });
}

function json(status: number, body: unknown): SourcedResponse {
  const headers: Headers = [['Content-Type', 'application/json; charset=utf-8']];
  return { response: { status, headers, body: JSON.stringify(body) }, source: 'unconfirmed' };
}

function page(status: number, more: Headers, body: string, source: WireSource): SourcedResponse {
  const headers: Headers = body === '' ? more : [['Content-Type', 'text/html'], ...more];
  return { response: { status, headers, body }, source };
}
