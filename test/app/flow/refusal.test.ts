import { describe, expect, it } from 'vitest';
import { refusalOf } from '#app/flow/refusal.ts';
import type { Refusal } from '#app/flow/refusal.ts';
import type { ImdsFault } from '#domain/imds/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { runScript } from '#domain/script/run.ts';
import type { Step } from '#domain/script/script.ts';
import { dispatch, newWorld, pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

const resource = 'https://vault.azure.net';
const shop = runScript(newWorld('refusals'), [
  { do: 'create-group', name: 'rg-shop' },
  { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
  { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-reader', in: 'rg-shop' },
]);

/** What the answer means that the step's request was given. */
function meaning(world: World, step: Step): Refusal {
  const last = pastEvents(runScript(world, [step]).timeline).at(-1);
  if (last?.type !== 'ResponseReturned') throw new Error('Nothing was answered.');
  return refusalOf(last.response, false);
}

describe('what a refused token request means', () => {
  it.each<[ImdsFault['kind'], Refusal]>([
    ['throttled', 'throttled'],
    ['updating', 'updating'],
    ['serverError', 'service-failed'],
    ['unavailable', 'service-failed'],
    ['restarting', 'service-failed'],
  ])('of a metadata service that is %s', (kind, refusal) => {
    const { id } = resourceNamed(shop.state, 'vm-web');
    const faulty = dispatch(shop, { type: 'SetImdsFault', id, fault: { kind, requests: null } });
    expect(meaning(faulty, { do: 'request-token', from: 'vm-web', resource })).toBe(refusal);
  });

  it('of an audience that nobody knows', () => {
    const step = { do: 'request-token', from: 'vm-web', resource: 'https://nobody.example' } as const;
    expect(meaning(shop, step)).toBe('unknown-audience');
  });

  it('of a workflow that no federated credential trusts', () => {
    const from = 'repo:contoso/shop:ref:refs/heads/main';
    expect(meaning(shop, { do: 'request-token', from, resource, as: 'id-shop-reader' })).toBe('assertion-not-trusted');
  });
});
