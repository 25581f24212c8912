import { describe, expect, it } from 'vitest';
import { waitsAfter } from '#domain/credential/retries.ts';
import type { RetryingClient } from '#domain/credential/retries.ts';

function waits(client: RetryingClient, status: number, retryAfter: number | null = null, atImds = true) {
  return waitsAfter({ client, status, retryAfter, endpoint: atImds ? 'imds' : 'identityEndpoint' });
}

const total = (seconds: readonly number[]) => seconds.reduce((sum, each) => sum + each, 0);

describe('repetitions of the SDK', () => {
  it.each([
    [404, [0.8, 1.6, 3.2, 6.4, 12.8]],
    [410, [3, 6, 12, 24, 48]],
    [408, [1, 2, 4]],
    [500, [1, 2, 4]],
    [503, [1, 2, 4]],
    [501, []],
    [505, []],
    [429, []],
    [400, []],
    [401, []],
    [403, []],
    [405, []],
    [200, []],
  ])('[CHAIN-21] of a credential alone after %i', (status, expected) => {
    expect(waits('ManagedIdentityCredential', status)).toEqual(expected);
  });

  it.each([
    [404, [0.8, 1.6, 3.2, 6.4, 12.8]],
    [410, [3, 6, 12, 24, 48]],
    [500, [0.8, 1.6, 3.2, 6.4, 12.8]],
    [429, []],
    [400, []],
  ])('[CHAIN-21] in the chain after %i', (status, expected) => {
    expect(waits('DefaultAzureCredential', status)).toEqual(expected);
  });

  it.each([429, 503])('[CHAIN-21] wait as long as Retry-After says after %i', (status) => {
    expect(waits('ManagedIdentityCredential', status, 7)).toEqual([7, 7, 7]);
    expect(waits('DefaultAzureCredential', status, 7)).toEqual([7, 7, 7, 7, 7]);
  });

  it('[CHAIN-21] outlast the 70 seconds of an update, even with the most jitter', () => {
    expect(total(waits('ManagedIdentityCredential', 410)) * 0.8).toBeGreaterThanOrEqual(70);
  });
});

describe('repetitions of MSAL', () => {
  it.each([
    [404, [1, 2, 4]],
    [408, [1, 2, 4]],
    [429, [1, 2, 4]],
    [500, [1, 2, 4]],
    [599, [1, 2, 4]],
    [410, [10, 10, 10, 10, 10, 10, 10]],
    [400, []],
    [600, []],
  ])('[CHAIN-22] at IMDS after %i', (status, expected) => {
    expect(waits('msal-node', status)).toEqual(expected);
    expect(waits('msal-node', status, 9)).toEqual(expected);
  });

  it.each([
    [404, null, [1, 1, 1]],
    [429, 5, [5, 5, 5]],
    [504, null, [1, 1, 1]],
    [410, null, []],
    [502, null, []],
    [400, 5, []],
  ])('[CHAIN-22] elsewhere after %i with Retry-After %s', (status, retryAfter, expected) => {
    expect(waits('msal-node', status, retryAfter, false)).toEqual(expected);
  });
});

describe('repetitions by the documentation', () => {
  it.each([404, 410, 429, 500, 503])('[CHAIN-23] after %i', (status) => {
    expect(waits('documentation', status)).toEqual([0, 2, 6, 14, 30]);
  });

  it.each([400, 401, 403, 405])('[CHAIN-23] never after %i', (status) => {
    expect(waits('documentation', status)).toEqual([]);
  });
});
