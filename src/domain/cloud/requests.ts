import { appServiceTokenRequest, identityEndpointOf, identityHeader } from '#domain/appservice/request.ts';
import { isHost } from '#domain/arm/kinds.ts';
import type { Target } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import { tokenReference } from '#domain/entra/token.ts';
import type { PresentedToken } from '#domain/entra/token.ts';
import { imdsTokenRequest } from '#domain/imds/request.ts';
import { getSecretRequest } from '#domain/keyvault/wire.ts';
import type { IdentitySelector } from '#domain/managedidentity/selection.ts';
import type { Origin } from '#domain/protocol/actor.ts';
import { getBlobRequest } from '#domain/storage/wire.ts';
import type { CommandOf } from './command.ts';
import type { CloudState } from './state.ts';
import { workloadTokenRequest } from './workload-request.ts';

export interface TokenWish {
  readonly resource: string;
  readonly selector: IdentitySelector | null;
  /** Leaves out what proves to the endpoint that code on the host is asking. */
  readonly withoutProof?: boolean;
}

/** The token request that an SDK would send from there: to IMDS, on an app to its `IDENTITY_ENDPOINT`, from pods to Entra ID. */
export function askForToken(
  state: CloudState,
  from: Origin,
  { resource, selector, withoutProof = false }: TokenWish,
): CommandOf<'RequestToken'> {
  const host = from.kind === 'host' ? findResource(state.arm, from.resourceId) : undefined;
  const endpoint = host !== undefined && isHost(host) ? identityEndpointOf(host.kind) : null;
  if (host !== undefined && endpoint !== null) {
    const proof = withoutProof ? null : identityHeader(state.seed, host.id);
    const request = appServiceTokenRequest(resource, selector, proof, endpoint);
    return { type: 'RequestToken', from, request };
  }
  const exchange = workloadTokenRequest(state, from, { resource, selector });
  const request = exchange ?? imdsTokenRequest(resource, selector, { metadataHeader: !withoutProof });
  return { type: 'RequestToken', from, request };
}

/** A secret of a vault by its name, or a blob of an account by `container/blob`, read with a token or without. */
export function readFrom(target: Target, path: string, from: Origin, token: PresentedToken): CommandOf<'CallTarget'> {
  const authorization = token.kind === 'jwt' ? `Bearer ${tokenReference(token.claims.uti)}` : null;
  const request =
    target.kind === 'keyVault'
      ? getSecretRequest(target.name, path, authorization)
      : getBlobRequest(target.name, path, authorization);
  return { type: 'CallTarget', from, request, token };
}
