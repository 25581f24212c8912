import { describe, expect, it } from 'vitest';
import { askToken, call, forged, host, identity, idsOf, run, shopGroup } from '#test/support/engine.ts';
import type { MadeDeed, Played } from '#test/support/engine.ts';
import { expectGolden } from '#test/support/golden.ts';
import {
  appRole,
  applicationNamed,
  group,
  groupNamed,
  member,
  noAppRole,
  registered,
  user,
  userNamed,
} from './directory.ts';

const graph = 'https://graph.microsoft.com';
const askGraph = askToken('vm-web', { resource: graph });
const shop = run(
  'graph',
  shopGroup,
  host(),
  identity(),
  user('Ada'),
  group('Readers'),
  member('Readers', 'Ada'),
  member('Readers', 'vm-web'),
  registered('Shop API', ['Orders.Read'], true),
);
const roles = ['User.Read.All', 'Group.Read.All', 'Application.Read.All', 'Mail.Send'];
const reader = shop.goOn(...roles.map((role) => appRole(role, 'vm-web')), askGraph);

const get = (path: string, from = 'vm-web'): MadeDeed => call(from, { url: `${graph}/v1.0${path}` }, forged({}));
const valueOf = (path: string, after: Played = reader) =>
  (after.goOn(get(path)).answer.json as { value: readonly Record<string, unknown>[] }).value;

describe('the token at Microsoft Graph', () => {
  const url = `${graph}/v1.0/users`;

  it.each([
    ['none', call('vm-web', { url }, () => ({ kind: 'none' })), 'GRAPH-01-none', 'capture'],
    [
      'one that cannot be read',
      call('vm-web', { url }, () => ({ kind: 'malformed' })),
      'GRAPH-01-malformed',
      'unconfirmed',
    ],
    ['one of an unknown key', call('vm-web', { url }, forged({}, 'unknown')), 'GRAPH-01-signature', 'unconfirmed'],
    [
      'one of another tenant',
      call('vm-web', { url }, forged({ iss: 'https://sts.windows.net/x/' })),
      'GRAPH-01-issuer',
      'unconfirmed',
    ],
    [
      'one for another audience',
      call('vm-web', { url }, forged({ aud: 'https://vault.azure.net' })),
      'GRAPH-01-audience',
      'capture',
    ],
    ['one that has expired', call('vm-web', { url }, forged({ exp: 0 })), 'GRAPH-01-expired', 'unconfirmed'],
  ] as const)('[GRAPH-01] is refused: %s', (_what, deed, golden, source) => {
    const asked = reader.goOn(deed);
    expect(asked.answer.status).toBe(401);
    expectGolden(asked.answer, golden, source);
    expect(asked.answer.decision?.allowed).toBe(false);
  });

  it.each([graph, `${graph}/`, '00000003-0000-0000-c000-000000000000'])('[GRAPH-01] may be for %s', (aud) => {
    expect(reader.goOn(call('vm-web', { url }, forged({ aud }))).answer.status).toBe(200);
  });
});

describe('the app role that an address asks for', () => {
  it.each([
    ['GET', '/users', 'User.Read.All', 200],
    ['GET', '/groups', 'Group.Read.All', 200],
    ['GET', `/groups/${groupNamed(shop, 'Readers').id}/members`, 'Group.Read.All', 200],
    ['GET', '/applications', 'Application.Read.All', 200],
    ['GET', '/servicePrincipals', 'Application.Read.All', 200],
    ['GET', '/directory/deletedItems/microsoft.graph.servicePrincipal', 'Application.Read.All', 200],
    ['POST', '/users/you@contoso.onmicrosoft.com/sendMail', 'Mail.Send', 202],
  ] as const)('[GRAPH-02] of %s %s is %s', (method, path, role, status) => {
    const request = { method, url: `${graph}/v1.0${path}` };
    const without = reader.goOn(call('vm-web', request, forged({ roles: roles.filter((each) => each !== role) })));
    expect(without.answer.status).toBe(403);
    expect(without.answer.decision?.gates.at(-1)).toMatchObject({ gate: 'appRole', passed: false, expected: role });
    const granted = reader.goOn(call('vm-web', request, forged({ roles: [role] })));
    expect(granted.answer.status).toBe(status);
    expect(granted.answer.decision).toMatchObject({ allowed: true });
  });

  it('[GRAPH-02] is refused in these words', () => {
    expectGolden(shop.goOn(askGraph, get('/users')).answer, 'GRAPH-02-denied', 'capture');
  });

  it('[GRAPH-02] is no Azure role, not even of the owner', () => {
    const owner = shop.goOn({ do: 'assign-role', role: 'Owner', to: 'vm-web', at: 'subscription' }, askGraph);
    expect(owner.goOn(get('/users')).answer.status).toBe(403);
  });

  it('[GRAPH-03] counts in the next token', () => {
    const late = shop.goOn(askGraph, appRole('User.Read.All', 'vm-web'), askGraph, get('/users'));
    expect(late.answer.status).toBe(403);
    expect(late.goOn({ do: 'advance', hours: 24 }, askGraph, get('/users')).answer.status).toBe(200);
  });

  it('[GRAPH-03] counts in a token that is kept after it was taken away', () => {
    const taken = reader.goOn(noAppRole('User.Read.All', 'vm-web'), askGraph, get('/users'));
    expect(taken.answer.status).toBe(200);
    expect(taken.goOn({ do: 'advance', hours: 24 }, askGraph, get('/users')).answer.status).toBe(403);
  });

  it('[GRAPH-05] is not asked of a user', () => {
    const asked = shop.goOn({ type: 'RequestUserToken', resource: graph }, get('/users', 'laptop'));
    expect(asked.answer.status).toBe(200);
  });
});

describe('what Microsoft Graph answers', () => {
  it('[GRAPH-04] lists users', () => {
    expectGolden(reader.goOn(get('/users')).answer, 'GRAPH-04-users', 'docs');
    expect(valueOf('/users').map(({ userPrincipalName }) => userPrincipalName)).toEqual([
      'you@contoso.onmicrosoft.com',
      'ada@contoso.onmicrosoft.com',
    ]);
  });

  it('[GRAPH-04] lists them in beta too', () => {
    const beta = reader.goOn(call('vm-web', { url: `${graph}/beta/users` }, forged({})));
    expect(beta.answer.body).toBe(reader.goOn(get('/users')).answer.body);
  });

  it('[GRAPH-04] lists groups and who is in them, of every kind', () => {
    expect(valueOf('/groups')).toMatchObject([{ id: groupNamed(shop, 'Readers').id, displayName: 'Readers' }]);
    expect(valueOf(`/groups/${groupNamed(shop, 'Readers').id}/members`)).toEqual([
      { '@odata.type': '#microsoft.graph.user', id: userNamed(shop, 'Ada').id, displayName: 'Ada' },
      {
        '@odata.type': '#microsoft.graph.servicePrincipal',
        id: idsOf(shop, 'vm-web').principalId,
        displayName: 'vm-web',
      },
    ]);
  });

  it('[GRAPH-04] leaves out members who are gone', () => {
    const { id } = groupNamed(shop, 'Readers');
    const gone = reader.goOn({ do: 'disable-system-assigned', on: 'vm-web' });
    const asked = gone.goOn({ type: 'RequestUserToken', resource: graph }, get(`/groups/${id}/members`, 'laptop'));
    expect(asked.answer.json).toMatchObject({ value: [{ displayName: 'Ada' }] });
  });

  it('[GRAPH-04] lists application objects, among them no identity and not Graph itself', () => {
    expect(valueOf('/applications').map(({ displayName }) => displayName)).toEqual(['Shop API']);
  });

  it.each([
    '/groups/11111111-1111-4111-8111-111111111111/members',
    '/servicePrincipals/11111111-1111-4111-8111-111111111111',
  ])('[GRAPH-04] does not find %s', (path) => {
    const { answer } = reader.goOn(get(path));
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({ error: { code: 'Request_ResourceNotFound' } });
  });

  it.each([
    ['GET', '/v1.0/me', 'me'],
    ['DELETE', '/v1.0/users', 'users'],
    ['GET', '/', ''],
  ] as const)('[GRAPH-04] knows no %s %s', (method, path, segment) => {
    const { answer } = reader.goOn(call('vm-web', { method, url: `${graph}${path}` }, forged({})));
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      error: { code: 'BadRequest', message: `Resource not found for the segment '${segment}'.` },
    });
  });

  it('[GRAPH-04] sends mail for users that are there', () => {
    const mail = (name: string) =>
      reader.goOn(call('vm-web', { method: 'POST', url: `${graph}/v1.0/users/${name}/sendMail` }, forged({})));
    expect(mail(userNamed(shop, 'Ada').id).answer).toMatchObject({ status: 202, body: '' });
    expect(mail('nobody@contoso.onmicrosoft.com').answer.status).toBe(404);
  });
});

/** What `az ad sp show` prints, in its order. */
const keys = `accountEnabled, addIns, alternativeNames, appDescription, appDisplayName, appId, appOwnerOrganizationId,
  appRoleAssignmentRequired, appRoles, applicationTemplateId, createdDateTime, deletedDateTime, description,
  disabledByMicrosoftStatus, displayName, homepage, id, info, keyCredentials, loginUrl, logoutUrl, notes,
  notificationEmailAddresses, oauth2PermissionScopes, passwordCredentials, preferredSingleSignOnMode,
  preferredTokenSigningKeyThumbprint, replyUrls, resourceSpecificApplicationPermissions, samlSingleSignOnSettings,
  servicePrincipalNames, servicePrincipalType, signInAudience, tags, tokenEncryptionKeyId, verifiedPublisher`.split(
  /,\s+/,
);

describe('a service principal', () => {
  it.each(['vm-web', 'id-shop-reader'])('[GRAPH-06] of %s is a managed identity', (name) => {
    const { clientId, principalId, resourceId } = idsOf(shop, name);
    const { answer } = reader.goOn(get(`/servicePrincipals/${principalId}`));
    const { '@odata.context': context, ...body } = answer.json as Record<string, unknown>;
    expect(context).toBe('https://graph.microsoft.com/v1.0/$metadata#servicePrincipals/$entity');
    expect(Object.keys(body)).toEqual(keys);
    expect(body).toMatchObject({
      servicePrincipalType: 'ManagedIdentity',
      appId: clientId,
      displayName: name,
      alternativeNames: [`isExplicit=${name === 'vm-web' ? 'False' : 'True'}`, resourceId],
      servicePrincipalNames: [clientId, expect.stringMatching(/^https:\/\/identity\.azure\.net\/[\w-]+=$/)],
      keyCredentials: [],
      passwordCredentials: [],
      appRoles: [],
    });
  });

  it('[GRAPH-06] is printed whole', () => {
    expectGolden(
      reader.goOn(get(`/servicePrincipals/${idsOf(shop, 'vm-web').principalId}`)).answer,
      'GRAPH-06-identity',
      'docs',
    );
  });

  it('[GRAPH-06] of an application has its roles and its name as an API', () => {
    const { id, appId } = applicationNamed(shop, 'Shop API');
    const { answer } = reader.goOn(get(`/servicePrincipals/${id}`));
    expect(answer.json).toMatchObject({
      servicePrincipalType: 'Application',
      servicePrincipalNames: [`api://${appId}`, appId],
      appRoleAssignmentRequired: true,
      appRoles: [{ value: 'Orders.Read', allowedMemberTypes: ['User', 'Application'], isEnabled: true }],
      appOwnerOrganizationId: shop.state.tenantId,
    });
  });

  it('[GRAPH-06] of Microsoft Graph has roles for applications only', () => {
    const { answer } = reader.goOn(get(`/servicePrincipals/${applicationNamed(shop, 'Microsoft Graph').id}`));
    const value = 'User.Read.All';
    const id = 'df021288-bdef-4463-88db-98f22de89214';
    const { appRoles } = answer.json as { appRoles: readonly unknown[] };
    expect(appRoles[0]).toMatchObject({ allowedMemberTypes: ['Application'], id, value });
  });

  it('[GRAPH-06] is one of all that the tenant has', () => {
    expect(
      valueOf('/servicePrincipals')
        .map(({ displayName }) => String(displayName))
        .toSorted(),
    ).toEqual(['Microsoft Graph', 'Shop API', 'id-shop-reader', 'vm-web']);
  });
});

describe('the deleted list', () => {
  const path = '/directory/deletedItems/microsoft.graph.servicePrincipal';
  const gone = reader.goOn({ do: 'delete', name: 'id-shop-reader' }, { do: 'advance', minutes: 10 }, identity(), {
    do: 'delete',
    name: 'id-shop-reader',
  });

  it('[GRAPH-07] is empty at first', () => {
    expect(valueOf(path)).toEqual([]);
  });

  it('[GRAPH-07] has who was deleted, the newest first', () => {
    const listed = valueOf(path, gone);
    expect(listed.map(({ deletedDateTime }) => deletedDateTime)).toEqual([
      '2026-03-02T09:10:00Z',
      '2026-03-02T09:00:00Z',
    ]);
    expect(listed[1]).toMatchObject({
      id: idsOf(shop, 'id-shop-reader').principalId,
      displayName: 'id-shop-reader',
      servicePrincipalType: 'ManagedIdentity',
    });
    expect(Object.keys(listed[0] ?? {})).toEqual(keys);
  });

  it('[GRAPH-07] forgets after thirty days', () => {
    const later = gone.goOn({ do: 'advance', days: 30 }, askGraph);
    expect(valueOf(path, later)).toEqual([]);
  });

  it('[GRAPH-07] restores nobody', () => {
    const { principalId } = idsOf(shop, 'id-shop-reader');
    const url = `${graph}/v1.0/directory/deletedItems/${principalId}/restore`;
    const tried = gone.goOn(call('vm-web', { method: 'POST', url }, forged({})));
    expect(tried.answer.status).toBe(400);
    expect(valueOf(path, tried)).toHaveLength(2);
  });
});
