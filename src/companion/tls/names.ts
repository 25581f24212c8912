import { appSuffix } from '#domain/appservice/easy-auth.ts';
import { armHost } from '#domain/arm/address.ts';
import { cosmosSuffix } from '#domain/cosmos/rules.ts';
import { entraHost } from '#domain/entra/discovery.ts';
import { graphHost } from '#domain/entra/graph-wire.ts';
import { keyVaultSuffix } from '#domain/keyvault/rules.ts';
import { messagingSuffix } from '#domain/messaging/rules.ts';
import { blobSuffix } from '#domain/storage/rules.ts';

/** Services of the whole cloud that the engine plays over HTTPS. */
const hosts: readonly string[] = [armHost, entraHost, graphHost];

/** Services with a host for each resource. SQL Database is none of them: it does not speak HTTP. */
const suffixes: readonly string[] = [keyVaultSuffix, blobSuffix, cosmosSuffix, messagingSuffix, appSuffix];

/** The names of the leaf certificate. */
export const dnsNames: readonly string[] = ['localhost', ...hosts, ...suffixes.map((suffix) => `*${suffix}`)];

/** The addresses of the leaf certificate: this machine. */
export const ipAddresses: readonly string[] = ['127.0.0.1', '::1'];

/** What a certificate of this authority may be for at all: these names and everything below them. */
export const permittedNames: readonly string[] = dnsNames.map((name) => name.replace(/^\*\./, ''));

/** Whether the proxy answers for a host of Azure, lower-case; exactly those that the leaf certificate has. */
export function isPlayed(host: string): boolean {
  if (hosts.includes(host)) return true;
  const dot = host.indexOf('.');
  return /^[a-z0-9-]{1,63}$/.test(host.slice(0, dot)) && suffixes.includes(host.slice(dot));
}
