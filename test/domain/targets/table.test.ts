import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/cloud/command.ts';
import { authorizationOf } from '#domain/cosmos/rules.ts';
import { issuerOf } from '#domain/entra/issue-token.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { guid } from '#domain/kernel/guid.ts';
import { openFirewall } from '#domain/network/state.ts';
import type { GateName } from '#domain/rbac/access.ts';
import { resourceNamed } from '#domain/script/names.ts';
import { sidOf } from '#domain/sql/sid.ts';
import {
  askToken,
  call,
  forged,
  host,
  idsOf,
  noRoleDelay,
  run,
  shopGroup,
  storage,
  vault,
} from '#test/support/engine.ts';
import type { Deed, MadeDeed, Played } from '#test/support/engine.ts';

/** A service as the table needs it: how it is called, what opens it, and what looks as if it did. */
interface Service {
  readonly audience: string;
  readonly target: string;
  readonly request: Partial<HttpRequest> & { readonly url: string };
  readonly right: readonly Deed[];
  readonly wrongKinds: Readonly<Record<string, readonly Deed[]>>;
  /** The gate that a missing grant is refused at. */
  readonly gate: GateName;
  readonly granted: number;
}

const role = (name: string, at: string): Deed => ({ do: 'assign-role', role: name, to: 'vm-web', at });

function about(name: string, command: (id: ResourceId, principalId: PrincipalId, after: Played) => Command): MadeDeed {
  return (after) =>
    command(resourceNamed(after.state, name).id, idsOf(after, 'vm-web').principalId as PrincipalId, after);
}

const cosmosRole = about('cosmos-shop', (accountId, principalId) => ({
  type: 'AssignCosmosRole',
  accountId,
  principalId,
  role: 'reader',
}));
const administrator = about('sql-shop', (serverId, _web, after) => ({
  type: 'SetSqlAdministrator',
  serverId,
  principalId: idsOf(after, 'vm-admin').principalId as PrincipalId,
}));
const orders = 'tds://sql-shop.database.windows.net/orders';

/** A batch of the administrator, whose token is made up. */
function asAdministrator(text: (after: Played) => string): MadeDeed {
  return (after) => {
    const { clientId, principalId } = idsOf(after, 'vm-admin');
    const admin = forged({ appid: clientId as never, oid: principalId as never });
    return call('vm-admin', { method: 'POST', url: orders, body: text(after) }, admin)(after);
  };
}

const userOf = (id: 'clientId' | 'principalId') => [
  asAdministrator((after) => `CREATE USER [web] WITH SID=${sidOf(idsOf(after, 'vm-web')[id])}, TYPE=E`),
  asAdministrator(() => 'ALTER ROLE db_datareader ADD MEMBER [web]'),
];

const services: Readonly<Record<string, Service>> = {
  'Key Vault': {
    audience: 'https://vault.azure.net',
    target: 'kv-shop',
    request: { url: 'https://kv-shop.vault.azure.net/secrets/db-password?api-version=2025-07-01' },
    right: [role('Key Vault Secrets User', 'kv-shop')],
    wrongKinds: {
      'a control plane role': [role('Owner', 'subscription')],
      'a role of another service': [role('Storage Blob Data Owner', 'subscription')],
      'a role elsewhere': [role('Key Vault Secrets User', 'stshopimages')],
      'a policy': [
        about('kv-shop', (vaultId, objectId) => ({ type: 'SetAccessPolicy', vaultId, objectId, secrets: ['get'] })),
      ],
    },
    gate: 'role',
    granted: 200,
  },
  'Blob storage': {
    audience: 'https://storage.azure.com/',
    target: 'stshopimages',
    request: {
      url: 'https://stshopimages.blob.core.windows.net/images/logo.svg',
      headers: [['x-ms-version', '2026-04-06']],
    },
    right: [role('Storage Blob Data Reader', 'stshopimages')],
    wrongKinds: {
      'a control plane role': [role('Owner', 'subscription')],
      'the keys of the account': [role('Storage Account Contributor', 'stshopimages')],
      'a role of another service': [role('Key Vault Administrator', 'subscription')],
    },
    gate: 'role',
    granted: 200,
  },
  'Azure SQL': {
    audience: 'https://database.windows.net/',
    target: 'sql-shop',
    request: { method: 'POST', url: orders, body: 'SELECT * FROM Orders' },
    right: userOf('clientId'),
    wrongKinds: {
      'a control plane role': [role('Owner', 'subscription')],
      'a user with the object ID for its SID': userOf('principalId'),
    },
    gate: 'databaseUser',
    granted: 200,
  },
  'Cosmos DB': {
    audience: 'https://cosmos-shop.documents.azure.com',
    target: 'cosmos-shop',
    request: {
      url: 'https://cosmos-shop.documents.azure.com/dbs/shop/colls/orders/docs/1',
      headers: [['Authorization', authorizationOf('token')]],
    },
    right: [cosmosRole],
    wrongKinds: {
      'a control plane role': [role('Owner', 'subscription')],
      'a role of another service': [role('Storage Blob Data Owner', 'subscription')],
    },
    gate: 'cosmosRole',
    granted: 200,
  },
  'Service Bus': {
    audience: 'https://servicebus.azure.net',
    target: 'sb-shop',
    request: { method: 'POST', url: 'https://sb-shop.servicebus.windows.net/orders/messages' },
    right: [role('Azure Service Bus Data Sender', 'sb-shop')],
    wrongKinds: {
      'a control plane role': [role('Owner', 'subscription')],
      'the other role': [role('Azure Service Bus Data Receiver', 'sb-shop')],
      'the role of Event Hubs': [role('Azure Event Hubs Data Owner', 'subscription')],
    },
    gate: 'role',
    granted: 201,
  },
  'Event Hubs': {
    audience: 'https://eventhubs.azure.net',
    target: 'evh-shop',
    request: { method: 'POST', url: 'https://evh-shop.servicebus.windows.net/clicks/messages' },
    right: [role('Azure Event Hubs Data Sender', 'evh-shop')],
    wrongKinds: {
      'a control plane role': [role('Owner', 'subscription')],
      'the role of Service Bus': [role('Azure Service Bus Data Owner', 'subscription')],
    },
    gate: 'role',
    granted: 201,
  },
};

const start: readonly Deed[] = [
  shopGroup,
  noRoleDelay,
  host('vm-admin'),
  host(),
  ...vault,
  ...storage,
  { do: 'create', kind: 'sqlServer', name: 'sql-shop', in: 'rg-shop' },
  { do: 'create', kind: 'sqlDatabase', name: 'sql-shop/orders', in: 'rg-shop' },
  { do: 'create', kind: 'cosmosAccount', name: 'cosmos-shop', in: 'rg-shop' },
  { do: 'create', kind: 'serviceBusNamespace', name: 'sb-shop', in: 'rg-shop' },
  { do: 'create', kind: 'eventHubsNamespace', name: 'evh-shop', in: 'rg-shop' },
  administrator,
];

/** What a bad token is refused at, by every service. */
const badTokens: readonly (readonly [what: string, (after: Played) => PresentedToken, gate: GateName])[] = [
  ['no token', () => ({ kind: 'none' }), 'token'],
  ['a text that is no token', () => ({ kind: 'malformed' }), 'token'],
  ['an unknown key', forged({}, 'unknown'), 'signature'],
  ['a broken signature', forged({}, 'broken'), 'signature'],
  ['another tenant', forged({ iss: issuerOf(guid('another tenant')) }), 'issuer'],
  ['another audience', forged({ aud: 'https://graph.microsoft.com' }), 'audience'],
  ['the next tenant’s user', forged({ iss: issuerOf(guid('next')), oid: 'x' as PrincipalId }), 'issuer'],
  ['an expired one', (after) => forged({ exp: after.state.now })(after), 'lifetime'],
  ['one of tomorrow', (after) => forged({ nbf: after.state.now + 86_400 })(after), 'lifetime'],
];

describe.each(Object.entries(services))('%s', (_name, service) => {
  const { audience, target, request, right, wrongKinds, gate, granted } = service;
  const bare = run('table', start, askToken('vm-web', { resource: audience }));
  const open = bare.goOn(right, askToken('vm-web', { resource: audience }));
  const ask = (token = forged({})) => call('vm-web', request, token);
  const lastGate = ({ answer }: Played) => answer.decision?.gates.at(-1);

  it('[TARGET-04] opens to a good token with the right grant', () => {
    const asked = open.goOn(ask());
    expect([asked.answer.status, asked.answer.decision?.allowed]).toEqual([granted, true]);
    expect(asked.answer.decision?.gates.every(({ passed }) => passed)).toBe(true);
  });

  it.each(badTokens)('[TARGET-04] refuses %s, whatever the grant', (_what, token, at) => {
    for (const world of [open, bare]) {
      const asked = world.goOn(ask(token));
      expect(asked.answer.status).toBeGreaterThanOrEqual(401);
      expect(asked.answer.status).toBeLessThanOrEqual(403);
      expect(asked.answer.decision?.allowed).toBe(false);
      expect(lastGate(asked)).toMatchObject({ gate: at, passed: false });
      expect(asked.answer.body).not.toContain('pears');
    }
  });

  it('[TARGET-04] refuses a good token without a grant', () => {
    const asked = bare.goOn(ask());
    expect(lastGate(asked)).toMatchObject({ gate, passed: false });
  });

  it.each(Object.entries(wrongKinds))('[TARGET-04] refuses a good token with %s', (_what, deeds) => {
    const asked = bare.goOn(deeds, askToken('vm-web', { resource: audience }), ask());
    expect(lastGate(asked)).toMatchObject({ gate, passed: false });
    expect([401, 403]).toContain(asked.answer.status);
  });

  it('[TARGET-04] refuses the token of another identity', () => {
    const other = guid('another identity');
    const asked = open.goOn(ask(forged({ oid: other as PrincipalId, appid: other as never })));
    expect(lastGate(asked)).toMatchObject({ gate, passed: false });
  });

  it.each(['kv-shop', 'stshopimages', 'sql-shop'].filter((name) => name === target))(
    '[NET-04] refuses everybody behind the closed firewall of %s',
    (name) => {
      const closed = about(name, (resourceId) => ({
        type: 'SetFirewall',
        resourceId,
        firewall: { ...openFirewall, defaultAction: 'Deny', trustedServices: false },
      }));
      const asked = open.goOn(closed, ask());
      expect(lastGate(asked)).toMatchObject({ gate: 'network', passed: false });
      expect(asked.answer.status).toBeGreaterThanOrEqual(401);
    },
  );
});
