import type { CloudEvent } from '#domain/cloud/event.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { Headers, HttpResponse } from '#domain/http/message.ts';
import type { TokenId } from '#domain/kernel/brand.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { invariant } from '#domain/kernel/invariant.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';
import type { CarriedToken } from '#domain/protocol/hops.ts';
import type { TokenSigner } from '#edge/tokens/signer.ts';

/** What code got back: a response whose tokens are still references, or no connection at all. */
export type Answer =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  | { readonly kind: 'failure'; readonly reason: ConnectionFailure };

/** The answer to a request among the events that it led to: the outermost exchange closes last. */
export function answerIn(events: readonly CloudEvent[]): Answer {
  const last = events.findLast(({ type }) => type === 'ResponseReturned' || type === 'ConnectionFailed');
  invariant(last !== undefined, 'a request without an answer');
  if (last.type === 'ResponseReturned') return { kind: 'response', response: last.response };
  invariant(last.type === 'ConnectionFailed', 'an answer of another kind');
  return { kind: 'failure', reason: last.reason };
}

/** Finds a token that the world issued; `events` are those of the request itself, in which it may be new. */
export function tokensOf(state: CloudState, events: readonly CloudEvent[]): (id: TokenId) => CarriedToken | undefined {
  return (id) => {
    const issued = events.find((event) => event.type === 'TokenIssued' && event.tokenId === id);
    return issued?.type === 'TokenIssued' ? issued : dictionary.get(state.tokens.live, id);
  };
}

/** The response as it leaves: signed tokens and public keys in the place of the references to them. */
export async function signResponse(
  response: HttpResponse,
  tokenOf: (id: TokenId) => CarriedToken | undefined,
  signer: TokenSigner,
): Promise<HttpResponse> {
  const { status } = response;
  const body = await resolved(response.body, tokenOf, signer);
  if (body === response.body) return response;
  const headers: Headers = response.headers.filter(([name]) => name.toLowerCase() !== 'content-length');
  return { status, headers, body };
}

const reference = /\{(token|key):([^}]+)\}/g;

async function resolved(
  text: string,
  tokenOf: (id: TokenId) => CarriedToken | undefined,
  signer: TokenSigner,
): Promise<string> {
  let written = '';
  let end = 0;
  for (const match of text.matchAll(reference)) {
    const [whole, kind, id = ''] = match;
    written += text.slice(end, match.index);
    written += kind === 'key' ? await modulusOf(id, signer) : await textOf(id as TokenId, tokenOf, signer);
    end = match.index + whole.length;
  }
  return end === 0 ? text : written + text.slice(end);
}

async function modulusOf(kid: string, signer: TokenSigner): Promise<string> {
  const { n } = await signer.publicKey(kid);
  invariant(n !== undefined, 'a key without a modulus');
  return n;
}

/** What looks like a reference and is none, such as a secret with that text, stays as it is. */
async function textOf(
  id: TokenId,
  tokenOf: (id: TokenId) => CarriedToken | undefined,
  signer: TokenSigner,
): Promise<string> {
  const token = tokenOf(id);
  return token === undefined ? `{token:${id}}` : signer.sign(token);
}
