import { describe, expect, it } from 'vitest';
import { refusalOf } from '#app/flow/refusal.ts';
import type { Refusal } from '#app/flow/refusal.ts';
import type { ImdsFault } from '#domain/imds/state.ts';
import { askToken, host, identity, run, shopGroup } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { resourceNamed } from '#domain/script/names.ts';

const shop = run('refusals', shopGroup, host(), identity(), {
  do: 'create',
  kind: 'aksCluster',
  name: 'aks-shop',
  in: 'rg-shop',
});

function meantBy(asked: Played): Refusal {
  const { answer } = asked;
  return refusalOf(answer, false);
}

describe('what a refused token request means', () => {
  it.each<[ImdsFault['kind'], Refusal]>([
    ['throttled', 'throttled'],
    ['updating', 'updating'],
    ['serverError', 'service-failed'],
    ['restarting', 'service-failed'],
  ])('of a metadata service that is %s', (kind, refusal) => {
    const asked = shop.goOn(
      ({ state }) => ({ type: 'SetImdsFault', id: resourceNamed(state, 'vm-web').id, fault: { kind, requests: null } }),
      askToken(),
    );
    expect(meantBy(asked)).toBe(refusal);
  });

  it('of an audience that nobody knows', () => {
    expect(meantBy(shop.goOn(askToken('vm-web', { resource: 'https://nobody.example' })))).toBe('unknown-audience');
  });

  it('of a workflow that no federated credential trusts', () => {
    const from = 'repo:contoso/shop:ref:refs/heads/main';
    const asked = shop.goOn({ do: 'request-token', from, resource: 'https://vault.azure.net', as: 'id-shop-reader' });
    expect(meantBy(asked)).toBe('assertion-not-trusted');
  });
});
