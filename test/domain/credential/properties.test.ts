import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { owner } from '#domain/cloud/command.ts';
import { decide } from '#domain/cloud/decide.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { hostsOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { runChain, runManagedIdentityCredential } from '#domain/credential/chain.ts';
import type { ChainRun, Environment } from '#domain/credential/credentials.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { anyMoves } from '#test/support/arbitraries.ts';
import { play } from '#test/support/moves.ts';
import { seed } from '#test/support/seed.ts';

const values = fc.constantFrom('', 'a', 'prod', 'dev', 'ManagedIdentityCredential', 'http://169.254.169.254', '☃');
const environments: fc.Arbitrary<Environment> = fc.dictionary(
  fc.constantFrom(
    'AZURE_CLIENT_ID',
    'AZURE_TENANT_ID',
    'AZURE_CLIENT_SECRET',
    'AZURE_FEDERATED_TOKEN_FILE',
    'AZURE_TOKEN_CREDENTIALS',
    'AZURE_POD_IDENTITY_AUTHORITY_HOST',
    'IDENTITY_ENDPOINT',
    'IDENTITY_HEADER',
    'MSI_ENDPOINT',
  ),
  values,
);
const options = fc.record(
  { managedIdentityClientId: values, managedIdentityResourceId: values, workloadIdentityClientId: values },
  { requiredKeys: [] },
);

function originsIn(state: CloudState): Origin[] {
  const hosts = hostsOf(state).map(({ id }): Origin => ({ kind: 'host', resourceId: id }));
  return [...hosts, { kind: 'laptop' }];
}

/** What every run is, wherever it was asked. */
function expectSound(state: CloudState, asked: ChainRun): void {
  if (asked.kind !== 'ran') return;
  const verdicts = asked.links.map(({ verdict }) => verdict.kind).join(' ');
  expect(verdicts).toMatch(/^(unavailable ?)*((token|failed)( notReached)*)?$/);
  expect(asked.tokenId === null).toBe(asked.error !== null);
  expect(asked.tokenId !== null).toBe(verdicts.includes('token'));
  let world = state;
  let last: string | null = null;
  for (const { command } of asked.links.flatMap(({ attempts }) => attempts)) {
    const events = decide(world, command, owner);
    world = fold(world, events);
    const reply = events.at(-1);
    last = reply?.type === 'ResponseReturned' ? reply.tokenId : null;
  }
  expect(last).toBe(asked.tokenId);
}

describe('in every world', () => {
  it('[CHAIN-02] [CHAIN-20] a chain ends at its first token, which its requests give', () => {
    const ends = { token: 0, error: 0 };
    fc.assert(
      fc.property(anyMoves, environments, options, (moves, environment, given) => {
        const { state } = play('lab', moves).world;
        for (const from of originsIn(state)) {
          const question = { from, resource: 'https://vault.azure.net', environment };
          const inChain = runChain(state, { ...question, options: given, signedIn: owner });
          const alone = runManagedIdentityCredential(state, { ...question, options: {} });
          for (const asked of [inChain, alone]) {
            expectSound(state, asked);
            if (asked.kind === 'ran') ends[asked.tokenId === null ? 'error' : 'token'] += 1;
          }
        }
      }),
      { seed, numRuns: 60 },
    );
    expect(ends.token).toBeGreaterThan(20);
    expect(ends.error).toBeGreaterThan(20);
  });
});
