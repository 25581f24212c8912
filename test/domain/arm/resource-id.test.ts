import { describe, expect, it } from 'vitest';
import { kindsOfType, resourceKinds } from '#domain/arm/kinds.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { readResourceId, resourceId } from '#domain/arm/resource-id.ts';
import type { SubscriptionId } from '#domain/kernel/brand.ts';

const subscription = '3d392606-28c7-4d69-86f5-4f612c574688' as SubscriptionId;
const kinds = Object.keys(resourceKinds) as ResourceKind[];

describe('the id of a resource', () => {
  it.each(kinds)('[ARM-17] [ARM-22] is read as it was written: %s', (kind) => {
    const name = resourceKinds[kind].parent === undefined ? 'shop' : 'parent/shop';
    const id = resourceId(subscription, 'rg-shop', kind, name);
    const { armType } = resourceKinds[kind];
    expect(readResourceId(id)).toEqual({ subscription, group: 'rg-shop', armType, name });
    expect(kindsOfType(armType.toUpperCase())).toContain(kind);
  });

  it.each([
    '',
    `/subscriptions/${subscription}`,
    `/subscriptions/${subscription}/resourceGroups/rg-shop`,
    `/subscriptions/${subscription}/resourceGroups/rg-shop/providers/Microsoft.Web`,
    `/subscriptions/${subscription}/resourceGroups/rg-shop/providers/Microsoft.Web/sites`,
    `/subscriptions/${subscription}/resourceGroups/rg-shop/providers/Microsoft.Web/sites/app/slots`,
    `/subscriptions/${subscription}/providers/Microsoft.Web/sites/app`,
    'resourceGroups/rg-shop/providers/Microsoft.Web/sites/app',
  ])('[ARM-17] is none: %s', (id) => {
    expect(readResourceId(id)).toBeNull();
  });

  it('[ARM-12] [ARM-17] names a type that two kinds may have, or none', () => {
    expect(kindsOfType('microsoft.web/SITES')).toEqual(['webApp', 'functionApp']);
    expect(kindsOfType('Microsoft.Nothing/things')).toEqual([]);
  });
});
