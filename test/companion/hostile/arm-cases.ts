import { azure, group } from './azure-places.ts';
import { nested, nestedObject, row } from './cases.ts';
import type { HostileCase, Refused, Written } from './cases.ts';
import { names } from './known.ts';
import type { Known } from './known.ts';

/** As the operator, so that what is wrong is the rest. */
function armWith(method: string, path: string, body?: string | Uint8Array, query = '?api-version=2025-04-01') {
  return (known: Known): Written => ({
    method,
    target: `${group(known)}${path}${query}`,
    headers: [
      ['Authorization', `Bearer ${known.secret}`],
      ['Content-Type', 'application/json'],
    ],
    ...(body === undefined ? {} : { body }),
  });
}

const rubbish: readonly (readonly [what: string, body: string | Uint8Array])[] = [
  ['no JSON', '{"location":'],
  ['a word', 'rubbish'],
  ['null', 'null'],
  ['a list', '[{"location":"westeurope"}]'],
  ['a number', '5'],
  ['lists, 100,000 deep', nested(100_000)],
  ['objects, 100,000 deep', nestedObject(100_000)],
  ['properties, 100,000 deep', `{"location":"westeurope","properties":${nestedObject(100_000)}}`],
  ['keys of a prototype', '{"__proto__":{"location":"westeurope"}}'],
  ['a location as a number', '{"location":5}'],
  ['a location as a list', '{"location":["westeurope"]}'],
  ['NUL', '{"location":\0}'],
  ['XML', '<location>westeurope</location>'],
];

const machines = '/providers/Microsoft.Compute/virtualMachines/vm-new';
const identities = '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-new';

const armBodies: readonly HostileCase[] = rubbish.flatMap(([what, body]) => [
  row(`ARM machine: ${what}`, ['main'], armWith('PUT', machines, body), armRefusal(body)),
  row(`ARM identity: ${what}`, ['main'], armWith('PUT', identities, body), armRefusal(body)),
  row(
    `Key Vault secret: ${what}`,
    ['main'],
    ({ vaultToken }) => ({
      method: 'PUT',
      target: `/keyvault/${names.vault}/secrets/new?api-version=7.4`,
      headers: [['Authorization', `Bearer ${vaultToken}`]],
      body,
    }),
    [400, 'BadParameter'],
  ),
]);

/** What is an object in itself lacks no more than its location. */
function armRefusal(body: string | Uint8Array): Refused {
  const isObject =
    typeof body === 'string' && /^\{"(?:__proto__|location)":[^\0]*\}$/.test(body) && !body.includes('properties');
  return [400, isObject ? 'LocationRequired' : 'InvalidRequestContent'];
}

const here = { location: 'westeurope' };
const wrongArm: readonly HostileCase[] = [
  ...(
    [
      ['an identity as text', machines, { ...here, identity: 'SystemAssigned' }, [400, 'InvalidRequestContent']],
      ['an identity of no type', machines, { ...here, identity: {} }, [400, 'InvalidRequestContent']],
      [
        'an identity of another type',
        machines,
        { ...here, identity: { type: 'Root' } },
        [400, 'InvalidRequestContent'],
      ],
      [
        'an identity as a list',
        machines,
        { ...here, identity: [{ type: 'SystemAssigned' }] },
        [400, 'InvalidRequestContent'],
      ],
      [
        'identities as a list',
        machines,
        { ...here, identity: { type: 'UserAssigned', userAssignedIdentities: ['x'] } },
        [400, 'InvalidRequestContent'],
      ],
      [
        'identities of a prototype',
        machines,
        { ...here, identity: { type: 'UserAssigned', userAssignedIdentities: { ['__proto__x']: {} } } },
        [400, 'LinkedInvalidPropertyId'],
      ],
      [
        'an identity that is none',
        machines,
        { ...here, identity: { type: 'UserAssigned', userAssignedIdentities: { '/subscriptions/x': {} } } },
        [400, 'InvalidIdentityId'],
      ],
      ['tags as a list', identities, { ...here, tags: ['a'] }, [400, 'InvalidRequestContent']],
      ['tags as numbers', identities, { ...here, tags: { a: 1 } }, [400, 'InvalidRequestContent']],
      [
        'an assignment to nobody',
        '/providers/Microsoft.Authorization/roleAssignments/11111111-1111-4111-8111-111111111111',
        { properties: {} },
        [400, 'BadRequestFormat'],
      ],
      [
        'an assignment with a principal as a list',
        '/providers/Microsoft.Authorization/roleAssignments/11111111-1111-4111-8111-111111111111',
        { properties: { principalId: ['x'], roleDefinitionId: 5 } },
        [400, 'BadRequestFormat'],
      ],
      [
        'an assignment of no name',
        '/providers/Microsoft.Authorization/roleAssignments/x',
        { properties: { principalId: 'x', roleDefinitionId: 'x' } },
        [400, 'BadRequestFormat'],
      ],
      [
        'an account of wrong letters',
        '/providers/Microsoft.Storage/storageAccounts/NO_NO',
        { ...here, kind: 'StorageV2', sku: { name: 'Standard_LRS' } },
        [400, 'InvalidResourceName'],
      ],
    ] as const
  ).map(([what, path, body, refused]) =>
    row(`ARM: ${what}`, ['main'], armWith('PUT', path, JSON.stringify(body)), refused),
  ),
  row('ARM: no version', azure, armWith('PUT', identities, '{"location":"westeurope"}', ''), [
    400,
    'MissingApiVersionParameter',
  ]),
  row('ARM: an empty version', azure, armWith('PUT', identities, '{"location":"westeurope"}', '?api-version='), [
    400,
    'MissingApiVersionParameter',
  ]),
  row('ARM: a body that is no UTF-8', azure, armWith('PUT', identities, Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d])), [
    415,
    'BodyNotText',
  ]),
  row('ARM: a body of more than 1 MB', azure, armWith('PUT', identities, `{"location":"${'x'.repeat(1_000_000)}"}`), [
    413,
    'RequestTooLarge',
  ]),
  row('ARM: no body', azure, armWith('PUT', identities), [400, 'InvalidRequestContent']),
  row('ARM: a provider that is none', azure, armWith('PUT', '/providers/Microsoft.Evil/things/x', '{}'), [
    404,
    'InvalidResourceType',
  ]),
  row('ARM: a path of dots', azure, armWith('PUT', '/../../../companion/world', '{}'), [404, 'NotFound']),
  row('ARM: a path of encoded dots', azure, armWith('DELETE', '/%2e%2e/rg-shop'), [404, 'NotFound']),
  row('ARM: an encoded slash', azure, armWith('DELETE', '%2f..%2frg-shop'), [404, 'ResourceGroupNotFound']),
  row(
    'ARM: NUL, encoded',
    azure,
    armWith('PUT', '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/a%00b', '{"location":"westeurope"}'),
    [400, 'InvalidResourceName'],
  ),
  row(
    'ARM: line ends, encoded',
    azure,
    armWith('PUT', '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/a%0d%0ab', '{"location":"westeurope"}'),
    [404, 'NotFound'],
  ),
  row(
    'ARM: wrong escapes',
    azure,
    armWith('PUT', '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/a%zz', '{"location":"westeurope"}'),
    [400, 'InvalidResourceName'],
  ),
  row(
    'ARM: a name of half a letter',
    azure,
    armWith('PUT', '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/a%ff', '{"location":"westeurope"}'),
    [400, 'InvalidResourceName'],
  ),
  row(
    'ARM: a name of 10 kB',
    azure,
    armWith(
      'PUT',
      `/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${'a'.repeat(10_000)}`,
      '{"location":"westeurope"}',
    ),
    [400, 'InvalidResourceName'],
  ),
  row(
    'ARM: a name of every object',
    azure,
    armWith(
      'PUT',
      '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/__proto__',
      '{"location":"westeurope"}',
    ),
    [400, 'InvalidResourceName'],
  ),
  row(
    'ARM: markup in a name',
    azure,
    armWith(
      'PUT',
      '/providers/Microsoft.ManagedIdentity/userAssignedIdentities/%3Cscript%3E',
      '{"location":"westeurope"}',
    ),
    [400, 'InvalidResourceName'],
  ),
  row(
    'ARM: a subscription that is none',
    azure,
    ({ secret }) => ({
      method: 'PUT',
      target: '/arm/subscriptions/x/resourceGroups/y?api-version=2025-04-01',
      headers: [['Authorization', `Bearer ${secret}`]],
      body: '{"location":"westeurope"}',
    }),
    [404, 'SubscriptionNotFound'],
  ),
  row(
    'ARM: a level without a name',
    azure,
    ({ secret }) => ({
      method: 'DELETE',
      target: '/arm/subscriptions/?api-version=2025-04-01',
      headers: [['Authorization', `Bearer ${secret}`]],
    }),
    [404, 'NotFound'],
  ),
  row(
    'ARM: nowhere',
    azure,
    ({ secret }) => ({ method: 'DELETE', target: '/arm', headers: [['Authorization', `Bearer ${secret}`]] }),
    [400, 'MissingApiVersionParameter'],
  ),
  row('ARM: another method', azure, armWith('POST', identities, '{}'), [405, 'MethodNotAllowed']),
];

/** What the operator asks Azure Resource Manager, and the bodies that a vault is sent. */
export const armCases: readonly HostileCase[] = [...armBodies, ...wrongArm];
