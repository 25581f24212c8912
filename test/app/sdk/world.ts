import type { Step } from '#domain/script/script.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

const shop: readonly Step[] = [
  { do: 'create-group', name: 'rg-shop' },
  { do: 'set-role-delay', minutes: 0 },
  { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-reader', in: 'rg-shop' },
  { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
  { do: 'create', kind: 'webApp', name: 'app-shop', in: 'rg-shop', systemAssigned: true },
  { do: 'create', kind: 'keyVault', name: 'kv-orders', in: 'rg-shop' },
  { do: 'set-secret', vault: 'kv-orders', name: 'api-key', value: 'pears-and-plums' },
  { do: 'assign-role', role: 'Key Vault Secrets User', to: 'vm-web', at: 'kv-orders' },
];

/** A machine that may read a vault, an app that may not, and what more a test wants. */
export function shopWith(...more: readonly Step[]): World {
  return runScript(newWorld('sdk'), [...shop, ...more]);
}
