import { keyVaultAudience } from '#domain/keyvault/rules.ts';
import type { HttpMethod, HttpRequest, SourcedResponse } from '#domain/http/message.ts';
import type { PrincipalId, ResourceId } from '#domain/kernel/brand.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import { secretUrl } from '#domain/keyvault/wire.ts';
import { blobApiVersion, blobSuffix } from '#domain/storage/rules.ts';
import { findResource } from '#domain/arm/state.ts';
import type { Resource } from '#domain/arm/resource.ts';
import type { Command } from '../command.ts';
import { openDraft } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { callBlob } from '../operations/call-blob.ts';
import { callKeyVault } from '../operations/call-key-vault.ts';
import { ownClaims } from '../own-token.ts';
import type { Rules } from '../rules.ts';

/** The request that a caller's command is to a service's data plane. */
interface DataRequest {
  readonly target: ResourceId;
  readonly method: HttpMethod;
  /** Below the service's address. */
  readonly path: string;
  readonly body: string;
}

/** How each service is asked. */
const services = {
  keyVault: {
    audience: keyVaultAudience,
    url: (name: string, path: string) => secretUrl(name, path),
    call: callKeyVault,
  },
  storageAccount: {
    audience: 'https://storage.azure.com/',
    url: (name: string, path: string) => `https://${name}${blobSuffix}/${path}`,
    call: callBlob,
  },
} as const;

/**
 * What a service answers a caller who may not do to its data what a command asks, with the request; null where it
 * would do it, or where there is no such target. The service itself decides, as for any call from the caller's machine.
 */
export function refusedByService(
  draft: Draft,
  command: Command,
  principalId: PrincipalId,
  rules: Rules,
): { readonly request: HttpRequest; readonly answer: SourcedResponse } | null {
  const asked = dataRequest(command);
  const target = asked === null ? undefined : findResource(draft.state.arm, asked.target);
  if (asked === null || target === undefined || !isServed(target)) return null;
  const service = services[target.kind];
  const request: HttpRequest = {
    method: asked.method,
    url: service.url(target.name, asked.path),
    headers: [['x-ms-version', blobApiVersion]],
    body: asked.body,
  };
  const uri = parseUri(request.url);
  if (uri === null) return null;
  const claims = ownClaims(draft.state, principalId, service.audience);
  const token = { kind: 'jwt', claims, signature: 'valid' } as const;
  const trial = openDraft(draft.state, draft.caller, rules, draft.decide);
  const { answer, decision } = service.call(trial, { from: { kind: 'laptop' }, target, request, uri, token }, rules);
  return decision === null || decision.allowed ? null : { request, answer };
}

type Served = Extract<Resource, { kind: keyof typeof services }>;

function isServed(resource: Resource): resource is Served {
  return resource.kind === 'keyVault' || resource.kind === 'storageAccount';
}

function dataRequest(command: Command): DataRequest | null {
  switch (command.type) {
    case 'SetSecret': {
      const { vaultId: target, name, value } = command;
      return { target, method: 'PUT', path: `secrets/${name}`, body: JSON.stringify({ value }) };
    }
    case 'DeleteSecret':
      return { target: command.vaultId, method: 'DELETE', path: `secrets/${command.name}`, body: '' };
    case 'RecoverDeletedSecret':
      return { target: command.vaultId, method: 'POST', path: `deletedsecrets/${command.name}/recover`, body: '' };
    case 'PurgeDeletedSecret':
      return { target: command.vaultId, method: 'DELETE', path: `deletedsecrets/${command.name}`, body: '' };
    case 'CreateContainer':
      return { target: command.accountId, method: 'PUT', path: `${command.name}?restype=container`, body: '' };
    case 'DeleteContainer':
      return { target: command.accountId, method: 'DELETE', path: `${command.name}?restype=container`, body: '' };
    case 'UploadBlob': {
      const { accountId: target, container, name, content } = command;
      return { target, method: 'PUT', path: `${container}/${name}`, body: content };
    }
    case 'DeleteBlob':
      return { target: command.accountId, method: 'DELETE', path: `${command.container}/${command.name}`, body: '' };
    default:
      return null;
  }
}
