import type { Command } from '#domain/cloud/command.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { databaseUsers } from '#domain/sql/state.ts';
import type { DatabaseUser } from '#domain/sql/state.ts';
import { askToken, call, forged, host, idsOf, noRoleDelay, run, shopGroup } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';

export const sqlAudience = 'https://database.windows.net/';

/** Sends a batch to the database orders of sql-shop; with the token given last where nothing else is said. */
export function batch(
  text: string,
  token: (after: Played) => PresentedToken = forged({}),
  { from = 'vm-web', database = 'orders' } = {},
): MadeDeed {
  return call(from, { method: 'POST', url: `tds://sql-shop.database.windows.net/${database}`, body: text }, token);
}

/** Makes a principal the server's Entra administrator: a host by its name, or an object ID. */
export function administrator(principal: string | null): MadeDeed {
  return (after): Command => {
    const isId = principal !== null && /^[0-9a-f-]{36}$/.test(principal);
    const id = principal === null || isId ? principal : idsOf(after, principal).principalId;
    const serverId = resourceNamed(after.state, 'sql-shop').id;
    return { type: 'SetSqlAdministrator', serverId, principalId: id as PrincipalId | null };
  };
}

/** sql-shop with the database orders, whose administrator is vm-admin; vm-web holds a good token, and no user. */
export const shop = run(
  'sql',
  shopGroup,
  noRoleDelay,
  host('vm-admin'),
  host(),
  { do: 'create', kind: 'sqlServer', name: 'sql-shop', in: 'rg-shop' },
  { do: 'create', kind: 'sqlDatabase', name: 'sql-shop/orders', in: 'rg-shop' },
  administrator('vm-admin'),
  askToken('vm-admin', { resource: sqlAudience }),
  askToken('vm-web', { resource: sqlAudience }),
);

/** The token of vm-admin. */
export function asAdmin(after: Played): PresentedToken {
  const { clientId, principalId } = idsOf(after, 'vm-admin');
  return forged({ appid: clientId as never, oid: principalId as never })(after);
}

/** Runs a batch as the administrator. */
export function byAdmin(text: string): MadeDeed {
  return batch(text, asAdmin, { from: 'vm-admin' });
}

export function usersOf({ state }: Played): readonly DatabaseUser[] {
  return databaseUsers(state.sql, resourceNamed(state, 'sql-shop/orders').id);
}
