import { describe, expect, it } from 'vitest';
import { assignmentsOf, homeDirectory, isOrphaned, resourcesOf } from '#domain/cloud/queries.ts';
import * as dictionary from '#domain/kernel/dictionary.ts';
import { findResource } from '#domain/arm/state.ts';
import type { Step } from '#domain/script/script.ts';
import { idsOf, noRoleDelay, run, webShop } from '#test/support/engine.ts';

/** A second group, whose machine and identity reach into the shop; and the shop's machine reaches into it. */
const archive: readonly Step[] = [
  { do: 'create-group', name: 'rg-shop-archive', location: 'westeurope' },
  { do: 'create', kind: 'storageAccount', name: 'starchive', in: 'rg-shop-archive' },
  { do: 'create', kind: 'virtualMachine', name: 'vm-archive', in: 'rg-shop-archive', systemAssigned: true },
  { do: 'assign-role', role: 'Storage Blob Data Reader', to: 'vm-web', at: 'starchive' },
  { do: 'assign-role', role: 'Storage Blob Data Reader', to: 'vm-archive', at: 'stshopimages' },
  { do: 'assign-role', role: 'Reader', to: 'vm-archive', at: 'rg-shop' },
  { do: 'assign-role', role: 'Reader', to: 'id-shop-reader', at: 'subscription' },
  { do: 'attach', identity: 'id-shop-reader', to: 'vm-archive' },
];
const before = run('groups', noRoleDelay, webShop, archive);
const deleted = before.goOn({ do: 'delete-group', name: 'rg-shop' });
const { events } = deleted.entry(-1);

describe('a group that is deleted', () => {
  it('[DEL-10] takes all that is in it, and nothing of a group that is named alike', () => {
    expect(resourcesOf(deleted.state).map(({ name }) => name)).toEqual(['starchive', 'vm-archive']);
    expect(deleted.state.arm.groups.count).toBe(1);
  });

  it('[DEL-10] goes last, after hosts, targets and identities', () => {
    const order = events.flatMap((event) => {
      if (event.type === 'ResourceGroupDeleted') return ['the group'];
      return event.type === 'ResourceDeleted' ? [findResource(before.state.arm, event.id)?.name] : [];
    });
    expect(order).toEqual(['vm-web', 'kv-shop', 'stshopimages', 'id-shop-reader', 'the group']);
  });

  it('[DEL-10] takes the assignments at its own scope and at those within', () => {
    const gone = events.flatMap((event) => (event.type === 'RoleAssignmentDeleted' ? [event.id] : []));
    expect(gone).toHaveLength(4);
    expect(gone.filter((id) => !id.toLowerCase().includes('/resourcegroups/rg-shop/'))).toEqual([]);
  });

  it('[DEL-11] orphans the assignments elsewhere of the principals that were in it', () => {
    const orphans = assignmentsOf(deleted.state).filter((each) => isOrphaned(deleted.state, each));
    const owners = orphans.map(({ principalId }) => principalId).toSorted();
    expect(owners).toEqual(
      [idsOf(before, 'vm-web').principalId, idsOf(before, 'id-shop-reader').principalId].toSorted(),
    );
    expect(assignmentsOf(deleted.state)).toHaveLength(2);
  });

  it('[DEL-11] [ID-14] leaves the principal of a host outside, and its reference to an identity within', () => {
    expect(dictionary.size(homeDirectory(deleted.state).servicePrincipals)).toBe(1);
    expect(resourcesOf(deleted.state)[1]).toEqual(resourcesOf(before.state).find(({ name }) => name === 'vm-archive'));
  });

  it('[DEL-12] is answered 202', () => {
    expect(deleted.answer).toMatchObject({ status: 202, body: '' });
  });

  it('[DEL-09] leaves its vault on the deleted list', () => {
    expect([...dictionary.values(deleted.state.keyVault.deleted)].map(({ name }) => name)).toEqual(['kv-shop']);
  });
});
