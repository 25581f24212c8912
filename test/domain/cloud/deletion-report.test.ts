import { describe, expect, it } from 'vitest';
import { deletionReport } from '#domain/cloud/deletion-report.ts';
import type { DeletionReport } from '#domain/cloud/deletion-report.ts';
import { day } from '#domain/kernel/instant.ts';
import type { Step } from '#domain/script/script.ts';
import { askToken, host, identity, idsOf, run, shopGroup, webShop } from '#test/support/engine.ts';
import type { Deed, Played } from '#test/support/engine.ts';

function reportOf(before: Played, deed: Deed): DeletionReport | null {
  const after = before.goOn(deed);
  return deletionReport(before.state, after.entry(-1).events, after.state);
}

function namesOf(things: readonly { readonly name: string }[] | undefined): string[] | undefined {
  return things?.map(({ name }) => name);
}

const attach: Step = { do: 'attach', identity: 'id-shop-reader', to: 'vm-web' };
const shop = run('report', webShop, attach, askToken(), askToken('vm-web', { as: 'id-shop-reader' }));

describe('the report of a deletion', () => {
  it('[DEL-13] of a host: principal, orphans, its token, the identity that survives', () => {
    const report = reportOf(shop, { do: 'delete', name: 'vm-web' });
    const { principalId } = idsOf(shop, 'vm-web');
    expect(report).toMatchObject({
      groups: [],
      turnedOffAt: null,
      principals: [{ principal: { id: principalId }, purgeAt: shop.state.now + 30 * day }],
      removedAssignments: [],
      orphanedAssignments: [{ principalId }],
      liveTokens: [{ claims: { oid: principalId, exp: shop.state.now + day } }],
      staleReferences: [],
      heldNames: [],
    });
    expect(namesOf(report?.resources)).toEqual(['vm-web']);
    expect(namesOf(report?.survivors)).toEqual(['id-shop-reader']);
  });

  it('[DEL-13] of an identity: the hosts that still refer to it', () => {
    const report = reportOf(shop, { do: 'delete', name: 'id-shop-reader' });
    expect(report?.staleReferences).toMatchObject([
      { host: { name: 'vm-web' }, identityId: idsOf(shop, 'id-shop-reader').resourceId },
    ]);
    expect(report?.liveTokens).toHaveLength(1);
    expect(report?.orphanedAssignments).toHaveLength(1);
    expect(report?.survivors).toEqual([]);
  });

  it('[DEL-13] of a target: the assignments that went with it, the name that is held', () => {
    const report = reportOf(shop, { do: 'delete', name: 'kv-shop' });
    expect(report).toMatchObject({
      principals: [],
      orphanedAssignments: [],
      liveTokens: [],
      removedAssignments: [{ principalId: idsOf(shop, 'vm-web').principalId }],
      heldNames: [{ name: 'kv-shop', until: shop.state.now + 90 * day }],
    });
  });

  it('[DEL-13] of a group: everything at once', () => {
    const report = reportOf(shop, { do: 'delete-group', name: 'rg-shop' });
    expect(namesOf(report?.groups)).toEqual(['rg-shop']);
    expect(report?.resources).toHaveLength(4);
    expect(report?.principals).toHaveLength(2);
    expect(report?.removedAssignments).toHaveLength(2);
    expect(report?.liveTokens).toHaveLength(2);
    expect([report?.survivors, report?.orphanedAssignments, report?.staleReferences]).toEqual([[], [], []]);
  });

  it('[DEL-13] of an identity that is switched off: its host lives on', () => {
    const report = reportOf(shop, { do: 'disable-system-assigned', on: 'vm-web' });
    expect(report?.turnedOffAt?.name).toBe('vm-web');
    expect(report?.resources).toEqual([]);
    expect(report?.principals).toHaveLength(1);
    expect(report?.orphanedAssignments).toHaveLength(1);
  });

  it('[DEL-13] names no survivor that the host did not carry: a later identity of the same name', () => {
    const anew = shop.goOn({ do: 'delete', name: 'id-shop-reader' }, identity());
    expect(reportOf(anew, { do: 'delete', name: 'vm-web' })?.survivors).toEqual([]);
  });

  it('[DEL-13] names no token that has expired and no principal that went before', () => {
    const later = shop.goOn({ do: 'delete', name: 'id-shop-reader' }, { do: 'advance', days: 1 });
    const report = reportOf(later, { do: 'delete', name: 'vm-web' });
    expect(report?.liveTokens).toEqual([]);
    expect(report?.principals).toHaveLength(1);
    expect(report?.orphanedAssignments).toHaveLength(1);
  });

  it.each<[string, Deed]>([
    ['a creation', host('vm-batch')],
    ['a detachment', { do: 'detach', identity: 'id-shop-reader', from: 'vm-web' }],
    ['a request', askToken()],
    ['time that passes', { do: 'advance', days: 100 }],
    ['a deletion of nothing', { type: 'DeleteResourceGroup', name: 'rg-none' }],
  ])('[DEL-13] is none of %s', (_what, deed) => {
    expect(reportOf(shop, deed)).toBeNull();
  });

  it('[DEL-13] is there for an empty group too', () => {
    expect(reportOf(run('report', shopGroup), { do: 'delete-group', name: 'rg-shop' })).toMatchObject({
      resources: [],
    });
  });
});
