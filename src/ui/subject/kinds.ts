import type { HostKind, TargetKind } from '#domain/arm/resource.ts';
import type { IconName } from '#ui/kit/icon-paths.ts';
import type { subjectWords } from '#ui/words/words.ts';

export type { HostKind, TargetKind };

/** Everything that has a mark of its own. */
export type MarkKind = keyof typeof subjectWords.kinds;

/** What is drawn as a line icon; identities, principals and roles have shapes instead. */
export const iconOfKind = {
  virtualMachine: 'virtualMachine',
  webApp: 'webApp',
  functionApp: 'functionApp',
  keyVault: 'keyVault',
  storageAccount: 'storageAccount',
  resourceGroup: 'resourceGroup',
  subscription: 'subscription',
  laptop: 'laptop',
  application: 'application',
  imds: 'imds',
  identityEndpoint: 'imds',
  entra: 'entra',
  role: 'key',
  allowed: 'allowed',
  refused: 'refused',
} as const satisfies Partial<Record<MarkKind, IconName>>;

export type IconKind = keyof typeof iconOfKind;
