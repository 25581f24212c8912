import type { CloudState } from '#domain/cloud/state.ts';
import { sidOf } from '#domain/sql/sid.ts';
import { applicationCalled, principalNamed, resourceNamed } from './names.ts';

/** What can stand for an id in a text of content, which never holds a GUID: `{client-id:vm-web}`. */
const ids: Readonly<Record<string, (state: CloudState, name: string) => string>> = {
  'client-id': (state, name) => principalNamed(state, name).appId,
  'object-id': (state, name) => principalNamed(state, name).id,
  'resource-id': (state, name) => resourceNamed(state, name).id,
  /** As SQL Server writes them, `0x…`. */
  'client-sid': (state, name) => sidOf(principalNamed(state, name).appId),
  'object-sid': (state, name) => sidOf(principalNamed(state, name).id),
  /** The client ID of an application of one's own. */
  'app-id': (state, name) => applicationCalled(state, name).appId,
};

/** The text with the ids of the hosts, identities and applications that it names. */
export function fillIn(state: CloudState, text: string): string {
  return text.replaceAll(/\{([a-z]+-[a-z]+):([^{}]+)\}/g, (whole, id: string, name: string) => {
    const of = ids[id];
    return of === undefined ? whole : of(state, name);
  });
}
