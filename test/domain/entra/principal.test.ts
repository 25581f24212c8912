import { describe, expect, it } from 'vitest';
import { applicationsOf } from '#domain/cloud/directory.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { ServicePrincipal } from '#domain/entra/state.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { askToken, host, identity, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

function principals({ state }: Played): ServicePrincipal[] {
  return [...dictionary.values(homeDirectory(state).servicePrincipals)];
}

describe('the service principal of a managed identity', () => {
  it('[ENTRA-01] is there as soon as the identity is, in the tenant of the subscription', () => {
    const played = run('entra', shopGroup, host(), identity());
    expect(principals(played)).toHaveLength(2);
    expect(new Set(principals(played).map((each) => each.servicePrincipalType))).toEqual(new Set(['ManagedIdentity']));
    expect([...dictionary.entries(played.state.entra)].map(([tenant]) => tenant)).toEqual([played.state.tenantId]);
  });

  it('[ENTRA-01] is the same for every host of a user-assigned identity', () => {
    const user = ['id-shop-reader'];
    const shared = run(
      'entra',
      shopGroup,
      identity(),
      host('vm-web', { system: false, user }),
      host('vm-batch', { system: false, user }),
      host('app-shop', { kind: 'webApp', system: false, user }),
    );
    expect(principals(shared)).toHaveLength(1);
    const oids = [
      shared.goOn(askToken('vm-web')),
      shared.goOn(askToken('vm-batch')),
      shared.goOn(askToken('app-shop', { as: 'id-shop-reader' })),
    ].map(({ claims }) => claims.oid);
    expect(new Set(oids)).toEqual(new Set([idsOf(shared, 'id-shop-reader').principalId]));
  });

  it('[ENTRA-02] is named like the host or the identity', () => {
    const played = run('entra', shopGroup, host(), identity());
    const names = principals(played).map(({ identityKind, displayName }) => [identityKind, displayName]);
    expect(names).toContainEqual(['SystemAssigned', 'vm-web']);
    expect(names).toContainEqual(['UserAssigned', 'id-shop-reader']);
  });

  it('[ENTRA-02] shares its name with that of a machine of the same name elsewhere', () => {
    const two = run('entra', shopGroup, { do: 'create-group', name: 'rg-test', location: 'westeurope' }, host(), {
      do: 'create',
      kind: 'virtualMachine',
      name: 'vm-web',
      in: 'rg-test',
      systemAssigned: true,
    });
    expect(principals(two).map(({ displayName }) => displayName)).toEqual(['vm-web', 'vm-web']);
    expect(new Set(principals(two).map(({ id }) => id)).size).toBe(2);
  });

  it('[ENTRA-03] says whose identity it is', () => {
    const played = run('entra', shopGroup, host(), identity());
    const alternatives = principals(played).map(({ alternativeNames }) => alternativeNames);
    expect(alternatives).toContainEqual(['isExplicit=False', idsOf(played, 'vm-web').resourceId]);
    expect(alternatives).toContainEqual(['isExplicit=True', idsOf(played, 'id-shop-reader').resourceId]);
  });

  it('[ENTRA-04] has an object id and an application id, never the same', () => {
    const many = Array.from({ length: 20 }, (_, index) => identity(`id-shop-${index}`));
    const ids = principals(run('entra', shopGroup, many)).flatMap(({ id, appId }) => [id, appId]);
    expect(new Set(ids).size).toBe(40);
  });

  it('[ENTRA-05] is all there is: the directory knows no application of it', () => {
    const played = run('entra', shopGroup, host(), identity());
    expect(dictionary.size(homeDirectory(played.state).applications)).toBe(0);
    expect(applicationsOf(played.state).map(({ displayName }) => displayName)).toEqual(['Microsoft Graph']);
    const created = played.world.timeline.entries.flatMap(({ events }) => events).map(({ type }) => type);
    expect(created.filter((type) => type.includes('Application'))).toEqual([]);
  });
});
