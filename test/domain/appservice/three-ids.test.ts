import { describe, expect, it } from 'vitest';
import { connectionOutcome, referenceOutcome } from '#domain/cloud/platform-outcome.ts';
import type { PrincipalId, RoleId } from '#domain/kernel/brand.ts';
import { findRoleByName } from '#domain/rbac/roles.ts';
import {
  askToken,
  host,
  identity,
  idsOf,
  mayReadImages,
  mayReadSecrets,
  noRoleDelay,
  run,
  shopGroup,
  storage,
  vault,
} from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';
import { askApp, goodQuery } from './ask-app.ts';
import { idOf, open, readsBy, resolve, settings } from './site.ts';

const reader = 'id-shop-reader';
const app = 'app-shop';

/** One function app with id-shop-reader, which may read secrets and images, and nothing else. */
const shop = run(
  'three ids',
  shopGroup,
  noRoleDelay,
  ...vault,
  ...storage,
  identity(),
  host(app, { kind: 'functionApp', system: false, user: [reader] }),
  mayReadSecrets(reader),
  mayReadImages(reader),
  settings({
    DB_PASSWORD: '@Microsoft.KeyVault(VaultName=kv-shop;SecretName=db-password)',
    Images__credential: 'managedidentity',
    Images__blobServiceUri: 'https://stshopimages.blob.core.windows.net',
  }),
);

type Id = 'clientId' | 'principalId' | 'resourceId';

/** What names the identity, with one of its ids in the place where an id is expected. True where that works. */
const places: Readonly<Record<string, (id: Id) => boolean>> = {
  'client_id of code': (id) => asksWith('client_id', id),
  'principal_id of code': (id) => asksWith('principal_id', id),
  'mi_res_id of code': (id) => asksWith('mi_res_id', id),
  keyVaultReferenceIdentity: (id) => {
    const read = shop.goOn(readsBy(reader, id), resolve());
    return referenceOutcome(read.entry(-1).events)?.end === 'resolved';
  },
  '__clientId of a connection': (id) => opensWith('Images__clientId', id),
  '__managedIdentityResourceId of a connection': (id) => opensWith('Images__managedIdentityResourceId', id),
  'the principal of a role assignment': (id) => {
    const { answer } = shop.goOn((after) => ({
      type: 'CreateRoleAssignment',
      scope: idOf(after, 'kv-shop'),
      roleId: (findRoleByName('Key Vault Secrets Officer')?.id ?? '') as RoleId,
      principalId: idsOf(after, reader)[id] as PrincipalId,
    }));
    return answer.status === 201;
  },
};

function asksWith(parameter: string, id: Id): boolean {
  const value = encodeURIComponent(idsOf(shop, reader)[id]);
  return shop.goOn(askApp(`${goodQuery}&${parameter}=${value}`)).answer.status === 200;
}

function opensWith(property: string, id: Id): boolean {
  const opened = shop.goOn(settings({ [property]: idsOf(shop, reader)[id] }), open('Images', app));
  return connectionOutcome(opened.entry(-1).events, 'Images')?.end === 'opened';
}

describe('the three ids of an identity', () => {
  it.each([
    ['client_id of code', 'clientId'],
    ['principal_id of code', 'principalId'],
    ['mi_res_id of code', 'resourceId'],
    ['keyVaultReferenceIdentity', 'resourceId'],
    ['__clientId of a connection', 'clientId'],
    ['__managedIdentityResourceId of a connection', 'resourceId'],
    ['the principal of a role assignment', 'principalId'],
  ] as const)('[SITE-25] have each its place: %s takes the %s alone', (place, right) => {
    const takes = places[place];
    const taken = (['clientId', 'principalId', 'resourceId'] as const).filter((id) => takes?.(id));
    expect(taken).toEqual([right]);
  });

  it('[SITE-25] name one and the same principal', () => {
    const oids = [
      oidOf(shop.goOn(askToken(app, { as: reader }))),
      oidOf(shop.goOn(readsBy(reader), resolve())),
      oidOf(shop.goOn(settings({ Images__clientId: idsOf(shop, reader).clientId }), open('Images', app))),
    ];
    expect(new Set(oids)).toEqual(new Set([idsOf(shop, reader).principalId]));
  });

  it('[SITE-25] are all needed where nothing is named: none of the three works by itself', () => {
    expect(shop.goOn(askToken(app)).answer.status).toBe(400);
    expect(referenceOutcome(shop.goOn(resolve()).entry(-1).events)?.end).toBe('noIdentity');
    expect(connectionOutcome(shop.goOn(open('Images', app)).entry(-1).events, 'Images')?.end).toBe('identityRefused');
  });
});

/** The object id in the token that passed last. */
function oidOf({ hops }: Played): string | undefined {
  return hops.flatMap((hop) => (hop.kind !== 'failure' && hop.token !== null ? [hop.token.claims.oid] : [])).at(-1);
}
