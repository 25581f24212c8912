import { findResource } from '#domain/arm/state.ts';
import { isIdentityEndpoint } from '#domain/appservice/request.ts';
import { environmentOf, variable } from '#domain/credential/environment.ts';
import { clusterIssuer, exchangeAudience, serviceAccountSubject } from '#domain/federation/request.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { headerOf } from '#domain/http/message.ts';
import type { HttpRequest, HttpResponse } from '#domain/http/message.ts';
import { reasonOf } from '#domain/http/reasons.ts';
import { tokenReference } from '#domain/entra/token.ts';
import type { PresentedAssertion, PresentedToken } from '#domain/entra/token.ts';
import { percentDecode } from '#domain/kernel/percent.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import { issuedTokens, latestTokenOf } from '#domain/script/tokens.ts';
import { answerTo } from '../refusal.ts';
import { failed, text } from '../reply.ts';
import type { Context, Reply } from '../reply.ts';
import type { Variables } from '../words.ts';
import { readCurl } from './read.ts';
import type { Curl } from './read.ts';

/** What the shell knows where the terminal is: the variables of an app, and the token that was given last. */
export function shellVariables(context: Context): Variables {
  return (name) => {
    if (name === 'TOKEN' || name === 'ACCESS_TOKEN') return latestReference(context);
    if (name === 'ASSERTION') return assertionReference;
    return variable(environmentOf(context.state, context.at, {}), name);
  };
}

function latestReference({ past, at }: Context): string | null {
  const token = latestTokenOf(past, at);
  return token === null ? null : tokenReference(token.claims.uti);
}

/** `curl …`: a token request or a call, and its answer as curl prints it. */
export function runCurl(context: Context, words: readonly string[]): Reply {
  const read = readCurl(words);
  if (read.kind === 'refused') return failed(read.message);
  const { curl } = read;
  const command = commandOf(context, curl.request);
  return { kind: 'give', commands: [command], finish: ({ events }) => printed(curl, events) };
}

/** The command that a request stands for: a token is asked for, or a target is called. */
function commandOf(context: Context, request: HttpRequest): Command {
  const from = context.at;
  if (asksForToken(request.url)) {
    const assertion = request.body.includes(assertionReference) ? assertionOf(context) : null;
    return { type: 'RequestToken', from, request, ...(assertion === null ? {} : { assertion }) };
  }
  return { type: 'CallTarget', from, request, token: presented(context.past, request) };
}

/** `$ASSERTION`: the token that its own platform gave to a pod or a workflow. */
const assertionReference = 'the-token-of-this-workload';

function assertionOf({ at, state }: Context): PresentedAssertion | null {
  if (at.kind === 'external') return { issuer: at.issuer, subject: at.subject, audience: exchangeAudience };
  const cluster = at.kind === 'pod' ? findResource(state.arm, at.clusterId) : undefined;
  if (at.kind !== 'pod' || cluster?.kind !== 'aksCluster') return null;
  const subject = serviceAccountSubject({ namespace: at.namespace, name: at.serviceAccount });
  return { issuer: clusterIssuer(state.seed, state.tenantId, cluster), subject, audience: exchangeAudience };
}

/** IMDS, the endpoint inside an app, and the token endpoint of Microsoft Entra ID. */
function asksForToken(url: string): boolean {
  const uri = parseUri(url);
  if (uri === null) return false;
  if (uri.host === 'login.microsoftonline.com') return true;
  return uri.host === '169.254.169.254' || isIdentityEndpoint(uri);
}

/** The token behind a reference in the `Authorization` header. A text that no token of this world stands for is malformed. */
function presented(past: readonly CloudEvent[], request: HttpRequest): PresentedToken {
  const authorization = headerOf(request.headers, 'Authorization');
  if (authorization === null || authorization === '') return { kind: 'none' };
  const id = referenceIn(authorization);
  const held = [...issuedTokens(past).values()].find(({ claims }) => claims.uti === id);
  return held === undefined ? { kind: 'malformed' } : { kind: 'jwt', claims: held.claims, signature: 'valid' };
}

/** The token that a bearer header refers to, or Cosmos DB's own form: `type=aad&ver=1.0&sig=…`, encoded (facts: tokens §7.4). */
function referenceIn(authorization: string): string | undefined {
  return (
    /^Bearer \{token:([^}]*)\}$/i.exec(authorization)?.[1] ??
    /^type=aad&ver=1\.0&sig=\{token:([^}]*)\}$/i.exec(percentDecode(authorization) ?? '')?.[1]
  );
}

function printed(curl: Curl, events: readonly CloudEvent[]): Reply {
  const last = events.findLast((event) => event.type === 'ConnectionFailed' || answerTo(event) !== null);
  if (last?.type === 'ConnectionFailed') {
    return failed(curl.isSilent ? '' : failureText(curl.request.url, last.reason));
  }
  const response = last === undefined ? null : answerTo(last);
  if (response === null) return failed('curl: (52) Empty reply from server');
  if (curl.fails && response.status >= 400) {
    return failed(curl.isSilent ? '' : `curl: (22) The requested URL returned error: ${response.status}`);
  }
  const body = curl.discards ? '' : bodyText(curl, response);
  return text(body + writtenOut(curl, response));
}

function bodyText({ showsHeaders }: Curl, response: HttpResponse): string {
  if (!showsHeaders) return response.body;
  const headers = response.headers.map(([name, value]) => `${name}: ${value}`);
  return [statusLine(response.status), ...headers, '', response.body].join('\n');
}

function writtenOut({ writesOut }: Curl, { status }: HttpResponse): string {
  if (writesOut === null) return '';
  return writesOut.replaceAll(/%\{(?:http_code|response_code)\}/g, String(status)).replaceAll(String.raw`\n`, '\n');
}

function statusLine(status: number): string {
  return `HTTP/1.1 ${status} ${reasonOf(status)}`.trimEnd();
}

/** curl's own words. A link-local address leads nowhere from a laptop: the attempt times out (facts: tokens §1.8). */
function failureText(url: string, reason: string): string {
  const uri = parseUri(url);
  const host = uri?.host ?? url;
  if (reason === 'nameNotResolved') return `curl: (6) Could not resolve host: ${host}`;
  const port = uri?.port ?? (uri?.scheme === 'https' ? 443 : 80);
  if (host === '169.254.169.254') {
    return `curl: (28) Failed to connect to ${host} port ${port} after 75001 ms: Couldn't connect to server`;
  }
  return `curl: (7) Failed to connect to ${host} port ${port} after 0 ms: Couldn't connect to server`;
}
