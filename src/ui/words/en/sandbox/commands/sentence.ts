import type { Names } from '#app/sandbox/names.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { Origin } from '#domain/protocol/actor.ts';

/** What each command is in words. */
export type Sentences<Type extends Command['type']> = {
  readonly [Each in Type]: (command: CommandOf<Each>, names: Names) => string;
};

/** The name at the end of an ARM id. */
export function last(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** A resource by the name that it has: a child with its parent's before it. */
export function scope(id: string): string {
  if (/^\/subscriptions\/[^/]+$/i.test(id)) return 'the subscription';
  if (/\/managementGroups\//i.test(id)) return `management group ${last(id)}`;
  return last(id);
}

export function origin(from: Origin): string {
  switch (from.kind) {
    case 'host':
      return last(from.resourceId);
    case 'pod':
      return `a pod of ${last(from.clusterId)} (${from.namespace}/${from.serviceAccount})`;
    case 'external':
      return 'the workload outside Azure';
    case 'laptop':
      return 'the laptop';
  }
}
