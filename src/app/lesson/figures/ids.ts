import { principalNamed, resourceNamed } from '#domain/script/names.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import type { IdBook, IdMeaning } from '../../lens/ids.ts';

/** The ids of one identity. */
export interface IdentityIds {
  readonly name: string;
  readonly kind: 'system' | 'user';
  readonly principalId: string;
  readonly clientId: string;
  /** Null where the identity is no resource of its own. */
  readonly resourceId: string | null;
}

export type IdName = 'principalId' | 'clientId' | 'resourceId';

/** Who comes across an identity's ids. */
export type Asker = 'role' | 'target' | 'code' | 'attach';

export const askers: readonly Asker[] = ['role', 'target', 'code', 'attach'];

/** Which id an asker wants; null where it wants none. */
export function wantedBy(asker: Asker, kind: IdentityIds['kind']): IdName | null {
  if (asker === 'role' || asker === 'target') return 'principalId';
  if (kind === 'system') return null;
  return asker === 'code' ? 'clientId' : 'resourceId';
}

/** The ids of a system-assigned and of a user-assigned identity, made by the engine. */
export function twoIdentities(): readonly IdentityIds[] {
  const { state } = runScript(newWorld('three-ids'), [
    { do: 'create-group', name: 'rg-shop', location: 'westeurope' },
    { do: 'create', kind: 'userAssignedIdentity', name: 'id-shop-reader', in: 'rg-shop' },
    { do: 'create', kind: 'virtualMachine', name: 'vm-web', in: 'rg-shop', systemAssigned: true },
  ]);
  return [
    { name: 'id-shop-reader', kind: 'user' as const, resourceId: resourceNamed(state, 'id-shop-reader').id },
    { name: 'vm-web', kind: 'system' as const, resourceId: null },
  ].map((each) => {
    const { id, appId } = principalNamed(state, each.name);
    return { ...each, principalId: id, clientId: appId };
  });
}

/** What these ids mean, for the lens over them. */
export function bookOf(identities: readonly IdentityIds[]): IdBook {
  return new Map(
    identities.flatMap(({ name, kind, principalId, clientId, resourceId }) => {
      const owner = kind === 'system' ? 'systemAssignedIdentity' : 'userAssignedIdentity';
      const meaning = (of: IdMeaning['kind']): IdMeaning => ({ kind: of, owner, of: name, gone: false });
      const ids = [
        [principalId, meaning('objectId')],
        [clientId, meaning('clientId')],
        ...(resourceId === null ? [] : [[resourceId.toLowerCase(), meaning('resourceId')] as const]),
      ] as const;
      return [...ids];
    }),
  );
}
