import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { addressOf, isAddressRule, networkGate, sqlNetworkGate } from '#domain/network/rules.ts';
import { firewallOf, openFirewall } from '#domain/network/state.ts';
import type { Firewall } from '#domain/network/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { originNamed } from '#domain/script/to-command.ts';
import {
  askToken,
  call,
  forged,
  host,
  mayReadImages,
  mayReadSecrets,
  noRoleDelay,
  readImage,
  readSecret,
  run,
  shopGroup,
  storage,
  storageAudience,
  vault,
} from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const closed: Firewall = { ...openFirewall, defaultAction: 'Deny' };

/** Sets the network rules of a target; `letIn` names hosts whose addresses are let in. */
function firewall(target: string, rules: Firewall = closed, letIn: readonly string[] = []): MadeDeed {
  return ({ state }): Command => {
    const addresses = letIn.map((name) => addressOf(state.seed, originNamed(state, name)));
    return {
      type: 'SetFirewall',
      resourceId: resourceNamed(state, target).id,
      firewall: { ...rules, allowedAddresses: [...rules.allowedAddresses, ...addresses] },
    };
  };
}

const shop = run('network', shopGroup, noRoleDelay, host(), vault, storage, mayReadSecrets(), mayReadImages());
const forVault = shop.goOn(askToken());
const forImages = shop.goOn(askToken('vm-web', { resource: storageAudience }));

function lastGate({ answer }: Played) {
  return answer.decision?.gates.at(-1);
}

describe('a vault behind its firewall', () => {
  it('[NET-01] refuses an address that is not let in, though token and role are right', () => {
    const asked = forVault.goOn(firewall('kv-shop'), readSecret());
    expectGolden(asked.answer, 'NET-01-vault', 'capture');
    const address = addressOf('network', originNamed(asked.state, 'vm-web'));
    expect(lastGate(asked)).toEqual({ gate: 'network', passed: false, expected: 'no address', found: address });
  });

  it('[NET-01] lets in the address that its rules name', () => {
    expect(forVault.goOn(firewall('kv-shop', closed, ['vm-web']), readSecret()).answer.status).toBe(200);
    expect(forVault.goOn(firewall('kv-shop', closed, ['laptop']), readSecret()).answer.status).toBe(403);
  });

  it('[NET-02] lets nobody in where public access is off, whatever its rules name', () => {
    const off = forVault.goOn(firewall('kv-shop', { ...openFirewall, publicAccess: false }, ['vm-web']), readSecret());
    expectGolden(off.answer, 'NET-02-vault', 'capture');
  });

  it('[NET-03] trusts neither a machine nor an app: they are no trusted services', () => {
    const apps = run(
      'network',
      shopGroup,
      noRoleDelay,
      host('app-web', { kind: 'webApp' }),
      vault,
      mayReadSecrets('app-web'),
      askToken('app-web'),
      firewall('kv-shop', { ...closed, trustedServices: true }),
      readSecret('app-web'),
    );
    expect(apps.answer.body).toContain('ForbiddenByFirewall');
  });

  it('[NET-04] asks for a good token first, and for roles last', () => {
    const behind = shop.goOn(askToken(), firewall('kv-shop'));
    expect(behind.goOn(readSecret('vm-web', { token: 'none' })).answer.status).toBe(401);
    const url = 'https://kv-shop.vault.azure.net/secrets/db-password';
    const noRole = behind.goOn(call('vm-web', { url }, forged({ oid: 'nobody' as never })));
    expect(noRole.answer.body).toContain('ForbiddenByFirewall');
    expect(behind.goOn(call('vm-web', { url: `${url}/1/2/3` }, forged({}))).answer.status).toBe(403);
  });
});

describe('an account behind its firewall', () => {
  it('[NET-05] refuses in other words than for a missing role', () => {
    const asked = forImages.goOn(firewall('stshopimages'), readImage());
    expectGolden(asked.answer, 'NET-05-account', 'capture');
    expect(asked.answer.body).not.toContain('AuthorizationPermissionMismatch');
    expect(forImages.goOn(firewall('stshopimages', closed, ['vm-web']), readImage()).answer.status).toBe(200);
    const off = forImages.goOn(firewall('stshopimages', { ...openFirewall, publicAccess: false }), readImage());
    expect(off.answer.body).toContain('AuthorizationFailure');
  });

  it('[NET-05] refuses its own keys too', () => {
    const listed = forImages.goOn(({ state }) => ({
      type: 'ListAccountKeys',
      accountId: resourceNamed(state, 'stshopimages').id,
    }));
    const { keys } = listed.answer.json as { keys: { value: string }[] };
    const key = keys[0]?.value ?? '';
    const url = 'https://stshopimages.blob.core.windows.net/images/logo.svg';
    const read = call('vm-web', { url }, () => ({ kind: 'sharedKey', account: 'stshopimages', key }));
    expect(listed.goOn(read).answer.status).toBe(200);
    const refused = listed.goOn(firewall('stshopimages'), read);
    expect(refused.answer.body).toContain('AuthorizationFailure');
    expect(refused.answer.decision?.gates.map(({ gate }) => gate)).toEqual(['network']);
  });
});

describe('network rules', () => {
  it('[NET-06] are answered as the provider prints them', () => {
    const set = forVault.goOn(
      firewall('kv-shop', { ...closed, trustedServices: false, allowedAddresses: ['20.1.2.3'] }),
    );
    expectGolden(set.answer, 'NET-06-firewall', 'docs');
    const { id } = resourceNamed(set.state, 'kv-shop');
    expect(firewallOf(set.state.network, id).allowedAddresses).toEqual(['20.1.2.3']);
  });

  it.each(['20.1.2', '20.1.2.256', '20.1.2.3/33', '20.1.2.3/0', 'example.com', '', '01.2.3.4'])(
    '[NET-06] take no %j for an address',
    (address) => {
      const set = forVault.goOn(firewall('kv-shop', { ...closed, allowedAddresses: [address] }));
      expect(set.answer.status).toBe(400);
      expect(set.state.network).toEqual(forVault.state.network);
      expect(isAddressRule(address)).toBe(false);
    },
  );

  it('[NET-06] are those of a vault, an account or a SQL server', () => {
    expect(forVault.goOn(firewall('vm-web')).answer.status).toBe(400);
    const gone = forVault.goOn(firewall('kv-shop')).entry(-1).command;
    expect(forVault.goOn({ do: 'delete', name: 'kv-shop' }, gone).answer.status).toBe(404);
  });

  it.each([
    ['20.1.2.3', '20.1.2.3', true],
    ['20.1.2.3', '20.1.2.4', false],
    ['20.1.2.0/24', '20.1.2.255', true],
    ['20.1.2.0/24', '20.1.3.0', false],
    ['20.1.2.77/24', '20.1.2.1', true],
    ['128.0.0.0/1', '255.1.2.3', true],
    ['128.0.0.0/1', '127.1.2.3', false],
    ['20.1.2.2/31', '20.1.2.3', true],
    ['20.1.2.3/32', '20.1.2.3', true],
  ])('[NET-07] %s lets %s in: %s', (rule, address, passed) => {
    expect(networkGate({ ...closed, allowedAddresses: [rule] }, address).passed).toBe(passed);
  });

  it('[NET-08] see one address of each host, the same in each world of a seed', () => {
    const more = shop.goOn(host('vm-other'));
    const address = (seed: string, name: string) => addressOf(seed, originNamed(more.state, name));
    expect(address('network', 'vm-web')).toMatch(/^20(?:\.(?:[1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-4])){3}$/);
    expect(address('network', 'vm-web')).toBe(address('network', 'vm-web'));
    const addresses = [
      address('network', 'vm-web'),
      address('network', 'vm-other'),
      address('other', 'vm-web'),
      address('network', 'laptop'),
      addressOf('network', { kind: 'external' }),
    ];
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('[NET-09] of a SQL server let all of Azure in where it trusts Azure services, and nobody else', () => {
    const machine = originNamed(shop.state, 'vm-web');
    const laptop = { kind: 'laptop' } as const;
    const trusting = { ...closed, trustedServices: true };
    const wary = { ...closed, trustedServices: false };
    expect(sqlNetworkGate(trusting, '20.1.2.3', machine).passed).toBe(true);
    expect(sqlNetworkGate(trusting, '20.1.2.3', laptop).passed).toBe(false);
    expect(sqlNetworkGate(wary, '20.1.2.3', machine).passed).toBe(false);
    expect(sqlNetworkGate({ ...trusting, publicAccess: false }, '20.1.2.3', machine).passed).toBe(false);
    expect(sqlNetworkGate({ ...wary, allowedAddresses: ['203.0.113.7'] }, '203.0.113.7', laptop).passed).toBe(true);
  });
});
