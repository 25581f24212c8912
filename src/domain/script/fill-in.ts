import type { CloudState } from '#domain/cloud/state.ts';
import type { ServicePrincipal } from '#domain/entra/state.ts';
import { sidOf } from '#domain/sql/sid.ts';
import { principalNamed } from './names.ts';

/** What can stand for an id in a text of content, which never holds a GUID: `{client-id:vm-web}`. */
const ids: Readonly<Record<string, (principal: ServicePrincipal) => string>> = {
  'client-id': ({ appId }) => appId,
  'object-id': ({ id }) => id,
  /** As SQL Server writes them, `0x…`. */
  'client-sid': ({ appId }) => sidOf(appId),
  'object-sid': ({ id }) => sidOf(id),
};

/** The text with the ids of the hosts and identities that it names. */
export function fillIn(state: CloudState, text: string): string {
  return text.replaceAll(/\{([a-z]+-[a-z]+):([^{}]+)\}/g, (whole, id: string, name: string) => {
    const of = ids[id];
    return of === undefined ? whole : of(principalNamed(state, name));
  });
}
