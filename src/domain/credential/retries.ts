import { minute } from '#domain/kernel/instant.ts';

/** Who sends a token request again: the SDK's credential alone or in the chain, MSAL by itself, or code by the documentation. */
export type RetryingClient = 'ManagedIdentityCredential' | 'DefaultAzureCredential' | 'msal-node' | 'documentation';

export interface RetryQuestion {
  readonly client: RetryingClient;
  readonly endpoint: 'imds' | 'identityEndpoint';
  readonly status: number;
  /** Seconds that the answer's `Retry-After` asks for; null where it has none, as IMDS never documents one. */
  readonly retryAfter: number | null;
}

/**
 * Seconds to wait before each further request while the answer stays the same; empty where the client gives up at once.
 * Without the jitter that clients add (facts: tokens §1.7, §8.2, §8.3; clients §1).
 */
export function waitsAfter({ client, endpoint, status, retryAfter }: RetryQuestion): readonly number[] {
  switch (client) {
    case 'ManagedIdentityCredential':
    case 'DefaultAzureCredential':
      return waitsOfIdentity(client, status, retryAfter);
    case 'msal-node':
      return endpoint === 'imds' ? waitsOfMsalAtImds(status) : waitsOfMsal(status, retryAfter);
    case 'documentation':
      return [404, 410, 429].includes(status) || isServerError(status) ? documented : [];
  }
}

/** Five times, from 0 s to at most a minute, by a difference of 2 s (facts: tokens §1.7). */
const documented: readonly number[] = [0, 2, 6, 14, 30];
const longest = minute + 4;

/** The chain gives its members five retries from 0.8 s; a credential alone has three from 1 s, and five for 404 and 410. */
function waitsOfIdentity(
  client: Extract<RetryingClient, 'ManagedIdentityCredential' | 'DefaultAzureCredential'>,
  status: number,
  retryAfter: number | null,
): readonly number[] {
  const inChain = client === 'DefaultAzureCredential';
  if (status === 404) return doubling(0.8, 5);
  if (status === 410) return doubling(3, 5);
  if (retryAfter !== null && [429, 503].includes(status)) return Array<number>(inChain ? 5 : 3).fill(retryAfter);
  if (status === 408 || (isServerError(status) && ![501, 505].includes(status))) {
    return inChain ? doubling(0.8, 5) : doubling(1, 3);
  }
  return [];
}

function waitsOfMsalAtImds(status: number): readonly number[] {
  if (status === 410) return Array<number>(7).fill(10);
  return [404, 408, 429].includes(status) || isServerError(status) ? doubling(1, 3) : [];
}

function waitsOfMsal(status: number, retryAfter: number | null): readonly number[] {
  return [404, 408, 429, 500, 503, 504].includes(status) ? Array<number>(3).fill(retryAfter ?? 1) : [];
}

function isServerError(status: number): boolean {
  return status >= 500 && status <= 599;
}

function doubling(first: number, times: number): readonly number[] {
  return Array.from({ length: times }, (_, index) => Math.min(longest, Math.round(first * 2 ** index * 10) / 10));
}
