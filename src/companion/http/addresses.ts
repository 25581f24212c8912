import { armHost } from '#domain/arm/address.ts';
import { entraHost } from '#domain/entra/discovery.ts';
import { graphHost } from '#domain/entra/graph-wire.ts';
import type { Headers, HttpResponse } from '#domain/http/message.ts';
import { keyVaultSuffix } from '#domain/keyvault/rules.ts';
import { blobSuffix } from '#domain/storage/rules.ts';

/** A part of Azure under a prefix of the companion's own address. */
interface Place {
  readonly prefix: RegExp;
  readonly host: (name: string) => string;
}

/** What the main listener stands for. Official clients put a path of any depth behind it, with doubled slashes too. */
const places: readonly Place[] = [
  { prefix: /^\/arm(?=[/?]|$)/i, host: () => armHost },
  { prefix: /^\/entra(?=[/?]|$)/i, host: () => entraHost },
  { prefix: /^\/graph(?=[/?]|$)/i, host: () => graphHost },
  { prefix: /^\/keyvault\/([a-z0-9-]{1,127})(?=[/?]|$)/i, host: (vault) => `${vault.toLowerCase()}${keyVaultSuffix}` },
];

/** Azure's address for a target of the main listener, as it is on the request line; null for none. */
export function azureAddress(target: string): string | null {
  return addressIn(places, target);
}

const accounts: readonly Place[] = [
  { prefix: /^\/([a-z0-9]{1,63})(?=[/?]|$)/i, host: (account) => `${account.toLowerCase()}${blobSuffix}` },
];

/** The same for Blob storage's listener, whose first segment is the account: clients read its name there. */
export function blobAddress(target: string): string | null {
  return addressIn(accounts, target);
}

function addressIn(among: readonly Place[], target: string): string | null {
  for (const { prefix, host } of among) {
    const match = prefix.exec(target);
    if (match === null) continue;
    const rest = target.slice(match[0].length);
    return `https://${host(match[1] ?? '')}${rest.startsWith('/') ? '' : '/'}${rest}`;
  }
  return null;
}

/**
 * An answer whose links a client follows, with the companion's address in Azure's place: Entra ID's metadata, pages of
 * a list, operations that are polled. Names stay Azure's: an issuer, the id of a secret.
 */
export function reachable(response: HttpResponse, base: string): HttpResponse {
  const headers: Headers = response.headers.map(([name, value]) =>
    linkHeaders.has(name.toLowerCase()) ? [name, local(value, base)] : [name, value],
  );
  const body = response.body.replace(links, (_whole, name: string, url: string) => `${name}${local(url, base)}"`);
  return { status: response.status, headers, body };
}

const linkHeaders = new Set(['location', 'azure-asyncoperation', 'operation-location']);
const links =
  /("(?:nextLink|jwks_uri|token_endpoint|authorization_endpoint|device_authorization_endpoint|end_session_endpoint|userinfo_endpoint|@odata\.nextLink)":\s*")(https:[^"]*)"/g;

const localPrefixes: readonly (readonly [azure: RegExp, prefix: string])[] = [
  [new RegExp(`^https://${armHost}`), '/arm'],
  [new RegExp(`^https://${entraHost}`), '/entra'],
  [new RegExp(`^https://${graphHost}`), '/graph'],
  [new RegExp(`^https://([a-z0-9-]+)${keyVaultSuffix}`), '/keyvault/$1'],
];

function local(url: string, base: string): string {
  const found = localPrefixes.find(([azure]) => azure.test(url));
  return found === undefined ? url : url.replace(found[0], `${base}${found[1]}`);
}
