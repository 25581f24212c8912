import type { Resource } from '#domain/arm/resource.ts';
import { findByCloudName } from '#domain/arm/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { cosmosSuffix } from '#domain/cosmos/rules.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import { keyVaultSuffix } from '#domain/keyvault/rules.ts';
import { messagingSuffix } from '#domain/messaging/rules.ts';
import { sqlSuffix } from '#domain/sql/rules.ts';
import { blobSuffix } from '#domain/storage/rules.ts';
import type { AccessQuestion } from './question.ts';

const kinds = [
  [keyVaultSuffix, 'keyVault'],
  [blobSuffix, 'storageAccount'],
  [sqlSuffix, 'sqlServer'],
  [cosmosSuffix, 'cosmosAccount'],
  [messagingSuffix, 'serviceBusNamespace'],
  [messagingSuffix, 'eventHubsNamespace'],
] as const;

/** The resource that a question's call is made to, by its host name; null where none has that name. */
export function targetOf({ arm }: CloudState, { request }: AccessQuestion): Resource | null {
  const host = parseUri(request.url)?.host ?? '';
  for (const [suffix, kind] of kinds) {
    if (!host.endsWith(suffix)) continue;
    const found = findByCloudName(arm, kind, host.slice(0, -suffix.length));
    if (found !== undefined) return found;
  }
  return null;
}
