import type { Scenario } from '#content/types.ts';
import type { Step } from '#domain/script/script.ts';

const vault = 'https://vault.azure.net';

const shop: readonly Step[] = [
  { do: 'create-group', name: 'rg-shop' },
  { do: 'set-role-delay', minutes: 0 },
  { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
  { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
  { do: 'set-secret', vault: 'kv-shop', name: 'db-password', value: 'pears-and-plums' },
];

const role: Step = { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-shop' };
const ask = { do: 'request-token', from: 'vm-web', resource: vault } as const;
const read = { do: 'call', from: 'vm-web', get: 'kv-shop/secrets/db-password' } as const;

function scenario(id: string, world: readonly Step[], script: Scenario['script']): Scenario {
  return { id, title: `Title of ${id}`, summary: `Summary of ${id}.`, world, script };
}

/** The flows of these tests, small and written out: what the course teaches may change without them. */
export const allowed = scenario('allowed', [...shop, role], [ask, read]);

export const noRole = scenario('no-role', shop, [ask, read]);

export const pendingRole = scenario('pending-role', [...shop, { do: 'set-role-delay', minutes: 8 }, role], [ask, read]);

export const cached = scenario('cached', shop, [ask, { do: 'advance', minutes: 30 }, ask]);

export const severalIdentities = scenario(
  'several-identities',
  [
    { do: 'create-group', name: 'rg-shop' },
    { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-reader', in: 'rg-shop' },
    { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-writer', in: 'rg-shop' },
    {
      do: 'create',
      kind: 'virtualMachine',
      name: 'vm-web',
      in: 'rg-shop',
      userAssigned: ['id-shop-reader', 'id-shop-writer'],
    },
  ],
  [ask],
);

export const namedIdentity = scenario('named-identity', severalIdentities.world, [{ ...ask, as: 'id-shop-writer' }]);

export const fromLaptop = scenario('from-a-laptop', shop, [{ ...ask, from: 'laptop' }]);

export const identityOff = scenario(
  'identity-off',
  [...shop, role, ask, { do: 'disable-system-assigned', on: 'vm-web' }],
  [read, ask],
);

export const webApp = scenario(
  'web-app',
  [
    { do: 'create-group', name: 'rg-shop' },
    { do: 'create', kind: 'webApp', name: 'app-shop', in: 'rg-shop', systemAssigned: true },
    { do: 'create', kind: 'webApp', name: 'app-bare', in: 'rg-shop' },
  ],
  [
    { do: 'request-token', from: 'app-shop', resource: vault },
    { do: 'request-token', from: 'app-shop', resource: vault, withoutProof: true },
    { do: 'request-token', from: 'app-bare', resource: vault },
  ],
);

export const wrongAudience = scenario(
  'wrong-audience',
  [...shop, role],
  [{ ...ask, resource: 'https://storage.azure.com/' }, read, { ...ask, resource: 'https://nobody.example' }],
);

export const scenarios: readonly Scenario[] = [allowed, noRole, cached, severalIdentities, fromLaptop, identityOff];
