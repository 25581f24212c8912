import { describe, expect, it } from 'vitest';
import { idsOf, meaningOf, readersOf, splitIds } from '#app/lens/ids.ts';
import { createLens, litPart } from '#app/lens/lens-store.ts';
import { principalNamed, resourceNamed } from '#domain/script/names.ts';
import { runScript } from '#domain/script/run.ts';
import { dispatch, newWorld } from '#domain/timeline/timeline.ts';
import { findRoleByName } from '#domain/rbac/roles.ts';
import { assignmentsOf } from '#domain/cloud/queries.ts';

const world = runScript(newWorld('lens'), [
  { do: 'create-group', name: 'rg-shop' },
  { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop', in: 'rg-shop' },
  { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
  { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
  { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' },
]);
const { state } = world;
const book = idsOf(state);

describe('what an id means', () => {
  it('tells the ids of one identity apart', () => {
    const { id, appId } = principalNamed(state, 'id-shop');
    const owner = { owner: 'userAssignedIdentity', of: 'id-shop', gone: false };
    expect(meaningOf(book, id)).toEqual({ kind: 'objectId', ...owner });
    expect(meaningOf(book, appId.toUpperCase())).toEqual({ kind: 'clientId', ...owner });
    expect(meaningOf(book, resourceNamed(state, 'id-shop').id)).toEqual({
      kind: 'resourceId',
      owner: 'resource',
      of: 'id-shop',
      gone: false,
    });
  });

  it('knows tenant, subscription, group, role and assignment', () => {
    const role = findRoleByName('Key Vault Secrets User');
    const scope = `/subscriptions/${state.subscriptionId}`;
    const [assignment] = assignmentsOf(state);
    expect(meaningOf(book, state.tenantId)?.kind).toBe('tenantId');
    expect(meaningOf(book, state.subscriptionId)?.kind).toBe('subscriptionId');
    expect(meaningOf(book, scope)?.kind).toBe('subscriptionId');
    expect(meaningOf(book, `${scope}/resourceGroups/rg-shop`)).toMatchObject({ kind: 'groupId', of: 'rg-shop' });
    expect(
      meaningOf(book, `${scope}/providers/Microsoft.Authorization/roleDefinitions/${role?.id ?? ''}`),
    ).toMatchObject({
      kind: 'roleDefinitionId',
      of: 'Key Vault Secrets User',
    });
    expect(meaningOf(book, assignment?.id ?? '')).toMatchObject({ kind: 'roleAssignmentId' });
  });

  it('reads a path as it stands in a query, and in any case', () => {
    const { id } = resourceNamed(state, 'vm-web');
    expect(meaningOf(book, encodeURIComponent(id).toUpperCase())).toMatchObject({ kind: 'resourceId', of: 'vm-web' });
  });

  it('says of what is deleted that it is, and nothing of what never was', () => {
    const { id } = principalNamed(state, 'vm-web');
    const host = resourceNamed(state, 'vm-web').id;
    const later = dispatch(world, { type: 'DeleteResource', id: host });
    expect(meaningOf(idsOf(later.state), id)).toMatchObject({ kind: 'objectId', of: 'vm-web', gone: true });
    expect(meaningOf(idsOf(later.state), host)).toMatchObject({ kind: 'resourceId', of: 'vm-web', gone: true });
    // Of two states the last one has the word.
    expect(meaningOf(idsOf(later.state, state), id)).toMatchObject({ gone: false });
    expect(meaningOf(book, '00000000-1111-4222-8333-444444444444')).toBeNull();
  });

  it('names who compares it: object ID and client ID differ', () => {
    expect(readersOf('objectId')).toContain('rbac');
    expect(readersOf('clientId')).toContain('sql');
    expect(readersOf('clientId')).not.toContain('rbac');
    expect(readersOf('roleDefinitionId')).toEqual([]);
  });
});

describe('the ids in a text', () => {
  const tenant = 'ebdc4794-711f-497d-925f-68b85a629c01';
  const path = `/subscriptions/${tenant}/resourceGroups/rg-shop`;

  it.each([
    ['none', 'no id here', []],
    ['an issuer', `https://sts.windows.net/${tenant}/`, [tenant]],
    ['a path is one', `on ${path}.`, [path]],
    ['two', `${tenant} and ${path}`, [tenant, path]],
    ['in a query', `?msi_res_id=${encodeURIComponent(path)}&x=1`, [encodeURIComponent(path)]],
  ])('%s', (_, text, ids) => {
    const pieces = splitIds(text);
    expect(pieces.filter(({ isId }) => isId).map((piece) => piece.text)).toEqual(ids);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('the lens', () => {
  const a = 'EBDC4794-711F-497D-925F-68B85A629C01';

  it('looks in passing until one is kept, and then at that alone', () => {
    const lens = createLens();
    lens.getState().point(a);
    expect(litPart(lens.getState(), a.toLowerCase())).toBe('whole');
    expect(litPart(lens.getState(), `/subscriptions/${a}/x`)).toBe('part');
    lens.getState().pin(a);
    lens.getState().point('00000000-1111-4222-8333-444444444444');
    lens.getState().point(null);
    expect(lens.getState()).toMatchObject({ value: a.toLowerCase(), pinned: true });
    lens.getState().pin(a);
    expect(lens.getState()).toMatchObject({ value: null, pinned: false });
    expect(litPart(lens.getState(), a)).toBe('none');
  });
});
