import { describe, expect, it } from 'vitest';
import { tokenBroughtBy } from '#app/sandbox/answer.ts';
import { allCalls, storedCalls } from '#app/sandbox/calls.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { dispatch, newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

function worldWith(...resources: readonly (readonly [kind: ResourceKind, name: string])[]): World {
  const group = { type: 'CreateResourceGroup', name: 'rg-shop', location: 'westeurope' } as const;
  return resources.reduce(
    (world, [kind, name]) =>
      dispatch(world, { type: 'CreateResource', kind, name, resourceGroup: 'rg-shop', location: 'westeurope' }),
    dispatch(newWorld('calls'), group),
  );
}

describe('the token of a request just made', () => {
  it.each([
    ['https://database.windows.net/', 'https://database.windows.net/'],
    ['https://nobody.example/', null],
  ])('%s: never an older one', (resource, audience) => {
    const held = dispatch(newWorld('calls'), { type: 'RequestUserToken', resource: 'https://vault.azure.net' });
    const world = dispatch(held, { type: 'RequestUserToken', resource });
    const entry = world.timeline.entries.at(-1);
    if (entry === undefined) throw new Error('Nothing was recorded.');
    const token = tokenBroughtBy(world, entry);
    expect(token.kind === 'jwt' ? token.claims.aud : null).toBe(audience);
  });
});

describe('what code can call', () => {
  it.each<[ResourceKind, string, string]>([
    ['cosmosAccount', 'cosmos-shop', 'https://cosmos-shop.documents.azure.com/dbs/shop/colls/orders/docs/1'],
    ['serviceBusNamespace', 'sb-shop-mail', 'https://sb-shop-mail.servicebus.windows.net/mails/messages'],
    ['eventHubsNamespace', 'evh-shop-clicks', 'https://evh-shop-clicks.servicebus.windows.net/clicks/messages'],
    ['webApp', 'app-shop', 'https://app-shop.azurewebsites.net/api/orders'],
  ])('%s %s at %s, and somebody answers there', (kind, name, url) => {
    const world = worldWith([kind, name]);
    const choice = allCalls(world.state).find((each) => each.name.startsWith(`${name}/`));
    const command = choice?.command({ kind: 'laptop' }, { kind: 'none' });
    expect(command?.request.url).toBe(url);
    if (command === undefined) return;
    const answered = dispatch(world, command)
      .timeline.entries.at(-1)
      ?.events.map(({ type }) => type);
    expect(answered).toContain('ResponseReturned');
  });

  it('a database by its server', () => {
    const { state } = worldWith(['sqlServer', 'sql-shop'], ['sqlDatabase', 'sql-shop/orders']);
    const choice = allCalls(state).find(({ name }) => name === 'sql-shop/orders/Orders');
    expect(choice?.command({ kind: 'laptop' }, { kind: 'none' }).request).toMatchObject({
      url: 'tds://sql-shop.database.windows.net/orders',
      body: 'SELECT * FROM Orders',
    });
  });

  it('Azure and Microsoft Graph always; of what is stored only what there is', () => {
    const { state } = worldWith();
    expect(allCalls(state).map(({ name }) => name)).toEqual([
      'management.azure.com/resourceGroups',
      'graph.microsoft.com/users',
    ]);
    expect(storedCalls(state)).toEqual([]);
  });
});
