import { everyKind, nameRules, resourceKinds } from '#domain/arm/kinds.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';

export type NamedThing = ResourceKind | keyof typeof nameRules;

export interface NameRow {
  readonly thing: NamedThing;
  /** Null for what is no resource of Azure Resource Manager. */
  readonly armType: string | null;
  readonly min: number;
  readonly max: number;
  /** The rule in the words of the engine's own refusals. */
  readonly says: string;
  readonly unique: 'cloud' | 'resourceGroup' | 'parent' | 'scope';
  readonly rule: string;
}

const ruleOf: Partial<Record<NamedThing, string>> = {
  resourceGroup: 'ARM-01',
  virtualMachine: 'ARM-02',
  webApp: 'ARM-03',
  functionApp: 'ARM-03',
  keyVault: 'ARM-04',
  storageAccount: 'ARM-05',
  userAssignedIdentity: 'ARM-06',
  webAppSlot: 'ARM-22',
  sqlDatabase: 'ARM-22',
  secret: 'KV-18',
  container: 'BLOB-18',
  blob: 'BLOB-19',
  lock: 'MOVE-10',
};

/** What else has a name, and within what it is the only one. */
const besides = {
  resourceGroup: 'scope',
  secret: 'parent',
  container: 'parent',
  lock: 'scope',
  blob: 'parent',
} as const satisfies Record<keyof typeof nameRules, NameRow['unique']>;

/** The rules by which the engine takes or refuses a name. */
export const nameRows: readonly NameRow[] = [
  ...everyKind.map((thing): NameRow => {
    const { armType, name, unique, parent } = resourceKinds[thing];
    const { min, max, says } = name;
    return {
      thing,
      armType,
      min,
      max,
      says,
      unique: parent === undefined ? unique : 'parent',
      rule: ruleOf[thing] ?? 'ARM-21',
    };
  }),
  ...(Object.keys(nameRules) as (keyof typeof nameRules)[]).map((thing): NameRow => {
    const { min, max, says } = nameRules[thing];
    return { thing, armType: null, min, max, says, unique: besides[thing], rule: ruleOf[thing] ?? 'ARM-07' };
  }),
];
