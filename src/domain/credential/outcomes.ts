import type { WireSource } from '#domain/http/message.ts';
import type { TokenId } from '#domain/kernel/brand.ts';
import type { Outcome } from './credentials.ts';

/** A token, with which the chain ends. */
export function tokenFrom(tokenId: TokenId): Outcome {
  return { verdict: { kind: 'token', tokenId }, message: null, source: 'sdk' };
}

/** A member that cannot be used; `error` null where its constructor threw. */
export function unavailable(
  message: string | null,
  source: WireSource,
  error: 'CredentialUnavailableError' | 'AuthenticationRequiredError' | null = 'CredentialUnavailableError',
): Outcome {
  return { verdict: { kind: 'unavailable', error }, message, source };
}
