import type { ResourceId } from '#domain/kernel/brand.ts';

/** What a lock forbids at its scope and below, to owners too (facts: control-plane §2.7). */
export type LockLevel = 'CanNotDelete' | 'ReadOnly';

export const lockApiVersion = '2016-09-01';

export interface Lock {
  /** `<scope>/providers/Microsoft.Authorization/locks/<name>` */
  readonly id: ResourceId;
  readonly scope: ResourceId;
  readonly name: string;
  readonly level: LockLevel;
}

export function lockId(scope: string, name: string): ResourceId {
  return `${scope}/providers/Microsoft.Authorization/locks/${name}` as ResourceId;
}
