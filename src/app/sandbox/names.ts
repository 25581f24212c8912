import { findApplication } from '#domain/cloud/directory.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { principalNameOf } from '#app/world/graph/content.ts';
import { roleNameOf } from './catalogue.ts';

/** Finds the names behind ids, for sentences about commands. */
export interface Names {
  readonly role: (id: string) => string;
  /** By object id; the id itself where nobody has it. */
  readonly member: (id: string) => string;
  /** An API by its client id. */
  readonly api: (clientId: string) => string;
}

export function namesIn(state: CloudState): Names {
  return {
    role: roleNameOf,
    member: (id) => principalNameOf(state, id) ?? id,
    api: (clientId) => findApplication(state, clientId)?.displayName ?? clientId,
  };
}
