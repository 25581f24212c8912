import { describe, expect, it } from 'vitest';
import { assignmentsOf } from '#domain/cloud/queries.ts';
import { rootScope } from '#domain/cloud/scope.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { minute } from '#domain/kernel/instant.ts';
import { scopeCovers } from '#domain/rbac/rules.ts';
import { scopeNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import {
  askToken,
  host,
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
import { codeOf, containerOf, grant } from './assigning.ts';

const invoices: readonly Step[] = [
  { do: 'create-container', account: 'stshopimages', name: 'invoices' },
  { do: 'upload-blob', account: 'stshopimages', container: 'invoices', name: 'april.pdf', content: 'pdf' },
];
const shop = run('scope kinds', shopGroup, noRoleDelay, host(), vault, storage, invoices);
const reader = 'Storage Blob Data Reader';
const root = ({ state }: Played): ResourceId => rootScope(state.tenantId);

const deleteContainer: MadeDeed = ({ state }) => ({
  type: 'DeleteContainer',
  accountId: scopeNamed(state, 'stshopimages') as ResourceId,
  name: 'images',
});

describe('the root management group', () => {
  it('[RBAC-20] is named by the tenant, and covers everything', () => {
    const granted = shop.goOn(grant('Key Vault Secrets User', 'vm-web', root));
    expect(granted.answer.json).toMatchObject({ properties: { scope: rootScope(shop.state.tenantId) } });
    expect(granted.goOn(askToken(), readSecret()).answer.status).toBe(200);
  });

  it('[RBAC-20] is found in any case, and no other management group is', () => {
    const shouted = shop.goOn(grant('Reader', 'vm-web', (after) => root(after).toUpperCase()));
    expect(assignmentsOf(shouted.state)).toMatchObject([{ scope: rootScope(shop.state.tenantId) }]);
    const other = shop.goOn(
      grant('Reader', 'vm-web', () => '/providers/Microsoft.Management/managementGroups/mg-shop'),
    );
    expect(other.answer.status).toBe(404);
  });

  it('[RBAC-09] is no slower than others, roles for data included', () => {
    const seeded = shop.goOn({ type: 'SetRoleDelay', delay: { kind: 'seeded' } });
    const [granted] = assignmentsOf(seeded.goOn(grant('Key Vault Secrets User', 'vm-web', root)).state);
    const delay = (granted?.effectiveAt ?? 0) - (granted?.createdAt ?? 0);
    expect(delay).toBeGreaterThan(0);
    expect(delay).toBeLessThanOrEqual(10 * minute);
  });

  it('[RBAC-20] outlives every group', () => {
    const granted = shop.goOn(grant(reader, 'vm-web', root), { do: 'delete-group', name: 'rg-shop' });
    expect(assignmentsOf(granted.state)).toHaveLength(1);
  });
});

describe('a container', () => {
  const granted = shop.goOn(
    grant(reader, 'vm-web', containerOf('images')),
    askToken('vm-web', { resource: storageAudience }),
  );

  it('[RBAC-20] is a scope: its blobs can be read, and no others', () => {
    expect(granted.goOn(readImage()).answer.status).toBe(200);
    expect(granted.goOn(readImage('vm-web', { get: 'stshopimages/invoices/april.pdf' })).answer.status).toBe(403);
  });

  it('[RBAC-20] is written as the account is, its name in lower case', () => {
    const shouted = shop.goOn(grant(reader, 'vm-web', (after) => containerOf('images')(after).toUpperCase()));
    expect(assignmentsOf(shouted.state)).toMatchObject([{ scope: containerOf('images')(shop) }]);
  });

  it.each(['', 'Images2', 'nothing', 'images/blobs/logo.svg'])('[RBAC-20] has to exist: %j', (name) => {
    const refused = shop.goOn(grant(reader, 'vm-web', containerOf(name)));
    expect([refused.answer.status, codeOf(refused)]).toEqual([404, 'ResourceNotFound']);
  });

  it('[RBAC-20] takes its assignments with it, and those of others stay', () => {
    const both = granted.goOn(grant(reader, 'vm-web', containerOf('invoices')), deleteContainer);
    expect(assignmentsOf(both.state)).toMatchObject([{ scope: containerOf('invoices')(shop) }]);
    expect(both.state.rbac.ending.count).toBe(0);
  });

  it('[RBAC-20] made anew has none of them', () => {
    const anew = granted.goOn(deleteContainer, storage.slice(1));
    expect(anew.goOn(askToken('vm-web', { resource: storageAudience }), readImage()).answer.status).toBe(403);
  });

  it('[RBAC-20] goes with its account and with its group', () => {
    for (const step of [
      { do: 'delete', name: 'stshopimages' },
      { do: 'delete-group', name: 'rg-shop' },
    ] as const) {
      expect(granted.goOn(step).state.rbac.assignments.count).toBe(0);
    }
  });
});

describe('a scope and a resource', () => {
  const group = '/subscriptions/s/resourceGroups/rg';
  const account = `${group}/providers/Microsoft.Storage/storageAccounts/st`;
  const container = `${account}/blobServices/default/containers/images`;

  it.each([
    [container, container, true],
    [account, container, true],
    [group, container, true],
    ['/subscriptions/s', container, true],
    ['/providers/Microsoft.Management/managementGroups/t', container, true],
    [container, account, false],
    [`${account}/blobServices/default/containers/image`, container, false],
    ['/subscriptions/s', '/providers/Microsoft.Management/managementGroups/t', false],
  ])('[RBAC-20] %s covers %s: %s', (scope, resource, covers) => {
    expect(scopeCovers(scope, resource)).toBe(covers);
  });
});
