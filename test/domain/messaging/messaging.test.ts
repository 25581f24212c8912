import { describe, expect, it } from 'vitest';
import { issuerOf } from '#domain/entra/issue-token.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import type { HttpMethod } from '#domain/http/message.ts';
import { guid } from '#domain/kernel/guid.ts';
import { sendMessageRequest } from '#domain/messaging/wire.ts';
import { askToken, call, forged, host, noRoleDelay, run, shopGroup } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';

const services = {
  'Service Bus': { kind: 'serviceBusNamespace', name: 'sb-shop', audience: 'https://servicebus.azure.net' },
  'Event Hubs': { kind: 'eventHubsNamespace', name: 'evh-shop', audience: 'https://eventhubs.azure.net' },
} as const;
type Service = keyof typeof services;

function world(service: Service, roles: readonly string[] = []): Played {
  const { kind, name, audience } = services[service];
  return run(
    'messaging',
    shopGroup,
    noRoleDelay,
    host(),
    { do: 'create', kind, name, in: 'rg-shop' },
    askToken('vm-web', { resource: audience }),
    roles.map((role) => ({ do: 'assign-role', role, to: 'vm-web', at: name }) as const),
  );
}

function ask(
  service: Service,
  token: (after: Played) => PresentedToken = forged({}),
  method: HttpMethod = 'POST',
  path = 'orders/messages',
): MadeDeed {
  return call('vm-web', { method, url: `https://${services[service].name}.servicebus.windows.net/${path}` }, token);
}

const receive = (service: Service, method: HttpMethod = 'DELETE') =>
  ask(service, forged({}), method, 'orders/messages/head');

const bare = { 'Service Bus': world('Service Bus'), 'Event Hubs': world('Event Hubs') } as const;

describe.each(Object.keys(services) as Service[])('%s', (service) => {
  const sender = world(service, [`Azure ${service} Data Sender`]);
  const { now } = sender.state;
  const otherTenant = issuerOf(guid('another tenant'));

  it('[BUS-01] takes a message from who may send', () => {
    expect(sender.goOn(ask(service)).answer).toMatchObject({ status: 201, headers: [], body: '', source: 'docs' });
    const { audience } = services[service];
    for (const aud of [audience, `${audience}/`]) {
      expect(sender.goOn(ask(service, forged({ aud }))).answer.status).toBe(201);
    }
  });

  it.each<readonly [golden: string, (after: Played) => PresentedToken, text: string]>([
    ['BUS-02-no-token', () => ({ kind: 'none' }), 'MissingToken'],
    ['BUS-02-malformed', () => ({ kind: 'malformed' }), 'claim is empty or token is invalid.'],
    ['BUS-02-unknown-key', forged({}, 'unknown'), 'claim is empty or token is invalid.'],
    ['BUS-02-broken-signature', forged({}, 'broken'), 'claim is empty or token is invalid.'],
    ['BUS-02-other-tenant', forged({ iss: otherTenant }), 'claim is empty or token is invalid.'],
    ['BUS-02-audience', forged({ aud: 'https://vault.azure.net' }), 'InvalidAudience'],
    ['BUS-02-expired', forged({ exp: now }), 'ExpiredToken'],
    ['BUS-02-not-yet', forged({ nbf: now + 1 }), 'claim is empty or token is invalid.'],
  ])('[BUS-02] refuses with 401: %s', (golden, token, text) => {
    const asked = sender.goOn(ask(service, token));
    if (service === 'Service Bus') expectGolden(asked.answer, golden, 'unconfirmed');
    expect(asked.answer.status).toBe(401);
    expect(asked.answer.body).toContain(`<Detail>${text}`);
  });

  it('[BUS-03] refuses with 403 who has no role', () => {
    const asked = bare[service].goOn(ask(service));
    if (service === 'Service Bus') expectGolden(asked.answer, 'BUS-03-no-role', 'unconfirmed');
    expect(asked.answer.status).toBe(403);
    expect(asked.answer.decision?.gates.at(-1)).toMatchObject({ gate: 'role', passed: false });
  });

  it.each(['Owner', 'Contributor', 'Reader', `Azure ${service} Data Receiver`])(
    '[BUS-03] refuses with 403 who has only %s',
    (role) => {
      expect(world(service, [role]).goOn(ask(service)).answer.status).toBe(403);
    },
  );

  it('[BUS-03] takes a message from its owner', () => {
    expect(world(service, [`Azure ${service} Data Owner`]).goOn(ask(service)).answer.status).toBe(201);
  });

  it.each([
    ['GET', 'orders/messages'],
    ['POST', 'orders'],
    ['POST', 'messages'],
    ['POST', 'orders/messages/tail'],
    ['PUT', 'orders/messages/head'],
  ] as const)('[BUS-05] does not know %s %s', (method, path) => {
    const asked = sender.goOn(ask(service, forged({}), method, path));
    expect([asked.answer.status, asked.answer.decision]).toEqual([404, null]);
    expect(sender.goOn(ask(service, () => ({ kind: 'none' }), method, path)).answer.status).toBe(401);
  });
});

describe('receiving', () => {
  it.each(['DELETE', 'POST'] as const)('[BUS-04] by %s is for receivers, of Service Bus', (method) => {
    const receiver = world('Service Bus', ['Azure Service Bus Data Receiver']);
    const asked = receiver.goOn(receive('Service Bus', method));
    expect([asked.answer.status, asked.answer.body]).toEqual([204, '']);
    const sender = world('Service Bus', ['Azure Service Bus Data Sender']).goOn(receive('Service Bus', method));
    expect(sender.answer.body).toContain("'Listen' claim(s) are required");
  });

  it('[BUS-04] of a subscription names its topic', () => {
    const path = 'orders/subscriptions/all/messages/head';
    const asked = bare['Service Bus'].goOn(ask('Service Bus', forged({}), 'DELETE', path));
    expect(asked.answer.body).toContain("Resource: 'sb://sb-shop.servicebus.windows.net/orders/subscriptions/all'");
  });

  it('[BUS-04] is not for HTTPS at Event Hubs', () => {
    const receiver = world('Event Hubs', ['Azure Event Hubs Data Owner']);
    expect(receiver.goOn(receive('Event Hubs')).answer.status).toBe(404);
  });
});

describe('namespaces', () => {
  it('[BUS-01] share the ending of their names, and nothing else', () => {
    const both = bare['Service Bus'].goOn({
      do: 'create',
      kind: 'eventHubsNamespace',
      name: 'evh-shop',
      in: 'rg-shop',
    });
    expect(both.goOn(ask('Event Hubs')).answer.body).toContain('InvalidAudience');
    expect(bare['Service Bus'].goOn(ask('Event Hubs')).failure).toBe('nameNotResolved');
  });

  it('[BUS-01] are sent to as clients do it', () => {
    expect(sendMessageRequest('sb-shop', 'orders', 'pears', 'Bearer x')).toEqual({
      method: 'POST',
      url: 'https://sb-shop.servicebus.windows.net/orders/messages',
      headers: [['Authorization', 'Bearer x']],
      body: 'pears',
    });
    expect(sendMessageRequest('sb-shop', 'orders', 'pears', null).headers).toEqual([]);
  });
});
