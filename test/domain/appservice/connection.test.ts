import { describe, expect, it } from 'vitest';
import { readConnection } from '#domain/appservice/connection.ts';
import { connectionEnds, connectionError } from '#domain/appservice/platform-wire.ts';
import { connectionOutcome } from '#domain/cloud/platform-outcome.ts';
import {
  askToken,
  host,
  identity,
  idsOf,
  mayReadImages,
  noRoleDelay,
  run,
  shopGroup,
  storage,
} from '#test/support/engine.ts';
import type { Deed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import { closed, idOf, open, settings, slot } from './site.ts';

const func = 'func-shop';
const reader = 'id-shop-reader';
const blobs = 'https://stshopimages.blob.core.windows.net';

/** func-shop with stshopimages and a connection named Images to its blobs; nobody may read them yet. */
function shop({ system = true, user = [] as readonly string[] } = {}): Played {
  return run(
    'connections',
    shopGroup,
    noRoleDelay,
    ...storage,
    identity(),
    host(func, { kind: 'functionApp', system, user }),
    settings({ Images__blobServiceUri: blobs, Images__credential: 'managedidentity' }, func),
  );
}

function outcomeOf(played: Played, connection = 'Images') {
  return connectionOutcome(played.entry(-1).events, connection);
}

/** Sets the client ID of the connection to one of an identity's ids. */
function named(by: 'clientId' | 'principalId' | 'resourceId', property = 'Images__clientId'): Deed {
  return (after) => settings({ [property]: idsOf(after, reader)[by] }, func)(after);
}

/** Who spoke to whom in the last deed. */
function lines({ hops }: Played): string[] {
  return hops.map(({ from, to, ...hop }) => {
    const ending = hop.kind === 'response' ? ` ${hop.response.status}` : '';
    return `${from.kind} → ${to.kind}${ending}`;
  });
}

const allowed = shop().goOn(mayReadImages(func));
const attached = shop({ system: false, user: [reader] }).goOn(mayReadImages(reader));

describe('a connection of the Functions host', () => {
  it('[SITE-17] asks the endpoint of the app, and for the system-assigned identity', () => {
    const opened = allowed.goOn(open());
    expectGolden(opened.answer, 'SITE-17-running', 'unconfirmed');
    expect(lines(opened)).toEqual([
      'platform → identityEndpoint',
      'identityEndpoint → entra',
      'entra → identityEndpoint 200',
      'identityEndpoint → platform 200',
      'platform → target',
      'target → platform 404',
    ]);
    const call = opened.hops.at(-2);
    expect(call?.kind === 'request' && call.token?.claims.oid).toBe(idsOf(opened, func).principalId);
    expect(outcomeOf(opened)).toEqual({ end: 'opened', gate: null });
  });

  it('[SITE-17] does without DefaultAzureCredential’s variable where the credential is said', () => {
    const chosen = allowed.goOn((after) => settings({ AZURE_CLIENT_ID: idsOf(after, reader).clientId }, func)(after));
    expect(outcomeOf(chosen.goOn(open()))).toMatchObject({ end: 'opened' });
  });

  it('[SITE-18] names another identity by its client ID', () => {
    const opened = attached.goOn(named('clientId'), open());
    expect(outcomeOf(opened)).toMatchObject({ end: 'opened' });
    expect(opened.hops.at(-2)).toMatchObject({ token: { claims: { oid: idsOf(opened, reader).principalId } } });
  });

  it.each(['principalId', 'resourceId'] as const)('[SITE-18] does not find it by its %s in that place', (by) => {
    const refused = attached.goOn(named(by), open());
    expect(outcomeOf(refused)).toMatchObject({ end: 'identityRefused' });
    expect(lines(refused)).toEqual(['platform → identityEndpoint', 'identityEndpoint → platform 400']);
    expect(refused.hops[1]).toMatchObject({
      response: { body: expect.stringContaining('No User Assigned or Delegated Managed Identity found') },
    });
  });

  it('[SITE-18] takes a resource ID where it belongs, and not both', () => {
    const byResource = attached.goOn(named('resourceId', 'Images__managedIdentityResourceId'));
    expect(outcomeOf(byResource.goOn(open()))).toMatchObject({ end: 'opened' });
    const both = byResource.goOn(named('clientId'), open());
    expect(outcomeOf(both)).toMatchObject({ end: 'severalIdentities' });
    expect(both.hops).toEqual([]);
  });

  it('[SITE-18] names nobody by nothing, unlike at IMDS', () => {
    expect(outcomeOf(attached.goOn(open()))).toMatchObject({ end: 'identityRefused' });
  });

  it('[SITE-19] looks at no client ID without the credential', () => {
    const without = attached.goOn(named('clientId'), settings({ Images__credential: null }, func));
    expect(outcomeOf(without.goOn(open()))).toMatchObject({ end: 'identityRefused' });
    expect(outcomeOf(without.goOn(named('clientId', 'AZURE_CLIENT_ID'), open()))).toMatchObject({ end: 'opened' });
    const system = allowed.goOn(settings({ Images__credential: null, Images__clientId: 'nonsense' }, func), open());
    expect(outcomeOf(system)).toMatchObject({ end: 'opened' });
  });

  it('[SITE-20] that is a connection string asks no identity', () => {
    const keyed = allowed.goOn(settings({ Images: 'DefaultEndpointsProtocol=https;AccountName=…' }, func), open());
    expect(outcomeOf(keyed)).toEqual({ end: 'connectionString', gate: null });
    expect(keyed.hops).toEqual([]);
    expect(keyed.answer.json).toMatchObject({ state: 'Running' });
  });

  it.each([
    ['blobServiceUri', blobs],
    ['serviceUri', `${blobs}/`],
    ['accountName', 'stshopimages'],
  ])('[SITE-21] leads to blobs by %s', (property, value) => {
    const other = allowed.goOn(settings({ [`Other__${property}`]: value }, func), open('Other'));
    expect(outcomeOf(other, 'Other')).toMatchObject({ end: 'opened' });
  });

  it('[SITE-21] is compared without case, as configuration in .NET', () => {
    expect(outcomeOf(allowed.goOn(open('IMAGES')), 'IMAGES')).toMatchObject({ end: 'opened' });
  });

  it('[SITE-21] is not there without any', () => {
    const missing = allowed.goOn(open('Nothing'));
    expectGolden(missing.answer, 'SITE-21-missing', 'sdk');
    expect(outcomeOf(missing, 'Nothing')).toEqual({ end: 'missing', gate: null });
    const invalid = allowed.goOn(settings({ Images__blobServiceUri: 'stshopimages' }, func), open());
    expect(outcomeOf(invalid)).toMatchObject({ end: 'invalidAddress' });
  });

  it('[SITE-21] leads to Service Bus by the full name of its namespace', () => {
    const setting = (value: string) => ({ Orders__fullyQualifiedNamespace: { value, sticky: false } });
    expect(readConnection(setting('SB-Shop.servicebus.windows.net'), 'Orders')).toEqual({
      kind: 'identity',
      service: 'namespace',
      host: 'sb-shop.servicebus.windows.net',
      selector: null,
    });
    expect(readConnection(setting('sb://sb-shop'), 'Orders')).toEqual({ kind: 'invalidAddress' });
  });
});

describe('a connection to Service Bus', () => {
  const namespace: Deed = { do: 'create', kind: 'serviceBusNamespace', name: 'sb-shop', in: 'rg-shop' };
  const receiver: Deed = { do: 'assign-role', role: 'Azure Service Bus Data Receiver', to: func, at: 'sb-shop' };
  const world = allowed.goOn(
    namespace,
    settings({ Orders__fullyQualifiedNamespace: 'sb-shop.servicebus.windows.net' }, func),
  );

  it('[SITE-22] is open to who may receive', () => {
    const opened = world.goOn(receiver, open('Orders'));
    expect(outcomeOf(opened, 'Orders')).toEqual({ end: 'opened', gate: null });
    expect(opened.hops.at(-2)).toMatchObject({
      request: { method: 'DELETE' },
      token: { claims: { aud: 'https://servicebus.azure.net' } },
    });
  });

  it('[SITE-22] is closed to others', () => {
    const refused = world.goOn(open('Orders'));
    expect(outcomeOf(refused, 'Orders')).toMatchObject({ end: 'noPermission', gate: { gate: 'role' } });
  });

  it('[SITE-22] asks for the audience of Event Hubs where the namespace is one', () => {
    const hubs = allowed.goOn(
      { do: 'create', kind: 'eventHubsNamespace', name: 'eh-shop', in: 'rg-shop' },
      settings({ Events__fullyQualifiedNamespace: 'eh-shop.servicebus.windows.net' }, func),
    );
    expect(outcomeOf(hubs.goOn(open('Events')), 'Events')).toMatchObject({ end: 'noPermission' });
    const role: Deed = { do: 'assign-role', role: 'Azure Event Hubs Data Sender', to: func, at: 'eh-shop' };
    const opened = hubs.goOn(role, open('Events'));
    expect(outcomeOf(opened, 'Events')).toMatchObject({ end: 'opened' });
    expect(opened.hops.at(-2)).toMatchObject({ token: { claims: { aud: 'https://eventhubs.azure.net' } } });
  });

  it('[SITE-22] fails for a name that no namespace has', () => {
    const gone = allowed.goOn(settings({ Orders__fullyQualifiedNamespace: 'sb-gone.servicebus.windows.net' }, func));
    expect(outcomeOf(gone.goOn(open('Orders')), 'Orders')).toEqual({ end: 'nameNotResolved', gate: null });
  });
});

describe('what keeps a connection closed', () => {
  interface Case {
    readonly end: string;
    readonly gate: string | null;
    readonly start: Played;
    readonly deeds: readonly Deed[];
  }
  const closedBy = (end: string, gate: string | null, start: Played, ...deeds: readonly Deed[]): Case => ({
    end,
    gate,
    start,
    deeds,
  });
  const cases: readonly Case[] = [
    closedBy('noPermission', 'role', shop()),
    closedBy('firewall', 'network', allowed, closed('stshopimages')),
    closedBy('nameNotResolved', null, allowed, { do: 'delete', name: 'stshopimages' }),
    closedBy('endpointNotSet', null, allowed, { do: 'disable-system-assigned', on: func }),
    closedBy('endpointNotSet', null, allowed, settings({ WEBSITE_DISABLE_MSI: 'true' }, func)),
    closedBy('identityRefused', null, attached.goOn(named('clientId')), { do: 'delete', name: reader }),
  ];

  it.each(cases)('[SITE-22] is said to be $end', ({ end, gate, start, deeds }) => {
    const refused = start.goOn(...deeds, open());
    const outcome = outcomeOf(refused);
    expect({ end: outcome?.end, gate: outcome?.gate?.gate ?? null }).toEqual({ end, gate });
    expect(refused.answer.json).toMatchObject({ state: 'Error', errors: [expect.stringContaining('Images')] });
  });

  it('[SITE-22] has words that tell all ends apart', () => {
    const errors = connectionEnds.flatMap((end) => connectionError(end, 'Images') ?? []);
    expect(new Set(errors).size).toBe(connectionEnds.length - 2);
    expect(connectionEnds.filter((end) => connectionError(end, 'Images') === null)).toEqual([
      'opened',
      'connectionString',
    ]);
  });

  it('[SITE-22] is not that nothing is there yet', () => {
    expect(allowed.goOn(open()).hops.at(-1)).toMatchObject({ response: { status: 404 } });
  });

  it('[SITE-16] is not an older token: that of the app’s code is used', () => {
    const again = allowed.goOn(askToken(func, { resource: 'https://storage.azure.com' }), open());
    expect(lines(again)).not.toContain('identityEndpoint → entra');
  });
});

describe('who has a Functions host', () => {
  it('[SITE-23] is no web app', () => {
    const web = allowed.goOn(host('app-shop', { kind: 'webApp' }), slot(), settings({ Images__serviceUri: blobs }));
    expectGolden(web.goOn(open('Images', 'app-shop')).answer, 'SITE-23-web-app', 'unconfirmed');
    expect(outcomeOf(web.goOn(open('Images', 'app-shop')))).toBeNull();
    expect(web.goOn(open('Images', 'app-shop/staging')).answer.status).toBe(400);
  });

  it('[SITE-23] is a slot of a function app', () => {
    const staging = `${func}/staging`;
    const world = allowed.goOn(slot(staging), settings({ Images__serviceUri: blobs }, staging), mayReadImages(staging));
    expect(idOf(world, staging)).toMatch(/\/sites\/func-shop\/slots\/staging$/);
    expect(outcomeOf(world.goOn(open('Images', staging)))).toMatchObject({ end: 'opened' });
  });
});
