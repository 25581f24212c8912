import { createWorldStore } from '#app/world/world-store.ts';
import type { WorldStoreApi } from '#app/world/world-store.ts';
import type { Host } from '#domain/arm/resource.ts';
import { hostsOf } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';

/** A machine without an identity, two user-assigned ones that it could carry, and a vault and an account to read. */
export function openBladeWorld(): WorldStoreApi {
  return createWorldStore(
    runScript(newWorld('identity-blade'), [
      { do: 'create-group', name: 'rg-shop', location: 'westeurope' },
      { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop' },
      { do: 'create', kind: 'keyVault', name: 'kv-shop', in: 'rg-shop' },
      { do: 'create', kind: 'storageAccount', name: 'stshopimages', in: 'rg-shop' },
      { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-reader', in: 'rg-shop' },
      { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-writer', in: 'rg-shop' },
    ]),
  );
}

/** The machine that the blade is about. */
export function bladeHost(state: CloudState): Host {
  const [host] = hostsOf(state);
  if (host === undefined) throw new Error('The world of the Identity blade has no host.');
  return host;
}
