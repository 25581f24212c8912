import { principalsOf } from '#domain/cloud/directory.ts';
import type { AnyPrincipal } from '#domain/cloud/directory.ts';
import type { CloudState } from '#domain/cloud/state.ts';

/** By object id, client ID or sign-in name, as `--assignee` is looked up; a group by its object id alone (facts: control-plane §6.3). */
export function findPrincipalByText(state: CloudState, text: string): AnyPrincipal | undefined {
  const wanted = text.toLowerCase();
  return principalsOf(state).find(
    ({ id, type, principalName }) => id === wanted || (type !== 'Group' && principalName.toLowerCase() === wanted),
  );
}
