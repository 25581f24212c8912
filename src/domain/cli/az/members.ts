import * as dictionary from '#domain/kernel/dictionary.ts';
import { homeDirectory } from '#domain/cloud/queries.ts';
import type { CloudState } from '#domain/cloud/state.ts';

/** The groups that a principal is in, directly or through others. */
export function groupsHolding(state: CloudState, id: string): readonly string[] {
  const groups = [...dictionary.values(homeDirectory(state).groups)];
  const found = new Set<string>();
  const waiting = [id];
  for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
    for (const group of groups) {
      const holds = group.members.some((each) => each === member);
      if (!holds || found.has(group.id)) continue;
      found.add(group.id);
      waiting.push(group.id);
    }
  }
  return [...found];
}
