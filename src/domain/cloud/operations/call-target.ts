import type { Resource } from '#domain/arm/resource.ts';
import { findByCloudName } from '#domain/arm/state.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { keyVaultSuffix } from '#domain/keyvault/rules.ts';
import type { Actor } from '#domain/protocol/actor.ts';
import { blobSuffix } from '#domain/storage/rules.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';
import { callBlob } from './call-blob.ts';
import { callKeyVault } from './call-key-vault.ts';
import type { TargetAnswer, TargetCall } from './target-call.ts';

type Service = (draft: Draft, call: TargetCall, rules: Rules) => TargetAnswer;

/** The services by the ending of their host names. */
const services = [
  { suffix: keyVaultSuffix, kind: 'keyVault', call: callKeyVault },
  { suffix: blobSuffix, kind: 'storageAccount', call: callBlob },
] as const satisfies readonly {
  suffix: string;
  kind: Resource['kind'];
  call: Service;
}[];

/** Calls a service by its host name; a name that no resource holds does not resolve. */
export function callTarget(draft: Draft, { from, request, token }: CommandOf<'CallTarget'>, rules: Rules): void {
  const application: Actor = { kind: 'application', origin: from };
  const uri = parseUri(request.url);
  const found = uri === null ? null : findTarget(draft, uri);
  const to: Actor = {
    kind: 'target',
    host: uri?.host ?? request.url,
    resourceId: found?.target.id ?? null,
  };
  // A token whose signature does not hold is not the one that the world issued, whatever id it bears.
  const isIssued = token.kind === 'jwt' && token.signature === 'valid';
  const tokenId = isIssued ? token.claims.uti : null;
  draft.emit({ type: 'RequestSent', from: application, to, request, tokenId });
  if (found === null || uri === null) {
    draft.emit({ type: 'ConnectionFailed', from: application, to, reason: 'nameNotResolved' });
    return;
  }
  const { answer, decision } = found.call(draft, { from, target: found.target, request, uri, token }, rules);
  draft.emit({
    type: 'ResponseReturned',
    from: to,
    to: application,
    response: answer.response,
    source: answer.source,
    tokenId: null,
    fromCache: false,
    decision,
  });
}

function findTarget(draft: Draft, uri: Uri): { target: Resource; call: Service } | null {
  for (const { suffix, kind, call } of services) {
    if (!uri.host.endsWith(suffix)) continue;
    const name = uri.host.slice(0, -suffix.length);
    const target = findByCloudName(draft.state.arm, kind, name);
    return target === undefined ? null : { target, call };
  }
  return null;
}
