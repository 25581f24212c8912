import { armErrors, rbacErrors } from './arm.ts';
import { appServiceErrors, imdsErrors } from './endpoints.ts';
import { entraErrors } from './entra.ts';
import type { ErrorEntry } from './entry.ts';
import { easyAuthErrors, platformErrors, sdkErrors } from './platform.ts';
import { cosmosErrors, graphErrors, keyVaultErrors, messagingErrors, sqlErrors, storageErrors } from './targets.ts';

export type { ErrorEntry, ErrorSource } from './entry.ts';

/** Every refusal that the engine answers, made by the functions that answer: status, code and words. */
const entries = [
  ...imdsErrors,
  ...appServiceErrors,
  ...entraErrors,
  ...keyVaultErrors,
  ...storageErrors,
  ...sqlErrors,
  ...cosmosErrors,
  ...messagingErrors,
  ...graphErrors,
  ...rbacErrors,
  ...armErrors,
  ...easyAuthErrors,
  ...platformErrors,
  ...sdkErrors,
];

export type ErrorId = (typeof entries)[number]['id'];

export const errorTable: readonly ErrorEntry<ErrorId>[] = entries;
