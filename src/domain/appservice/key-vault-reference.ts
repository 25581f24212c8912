import type { WireSource } from '#domain/http/message.ts';
import { parseUri } from '#domain/kernel/uri.ts';
import { keyVaultSuffix } from '#domain/keyvault/rules.ts';

/** Where a reference finds its secret. */
export interface SecretAddress {
  readonly vault: string;
  readonly secret: string;
  /** Null for the newest. */
  readonly version: string | null;
}

/** What the value of a setting is to the platform. */
export type ReadSetting =
  | { readonly kind: 'value' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'reference'; readonly address: SecretAddress };

/** How App Service calls the state of a reference (the `ResolveStatus` of its REST specification). */
export type ResolveStatus =
  | 'Resolved'
  | 'InvalidSyntax'
  | 'MSINotEnabled'
  | 'VaultNotFound'
  | 'SecretNotFound'
  | 'SecretVersionNotFound'
  | 'AccessToKeyVaultDenied'
  | 'OtherReasons'
  | 'UnauthorizedClient';

/** How the reading of a reference ended; finer than what Azure says, which has one word for several. */
export const referenceEnds = [
  'resolved',
  'invalidSyntax',
  'noIdentity',
  'notAttached',
  'notAResourceId',
  'principalGone',
  'vaultNotFound',
  'firewall',
  'noPermission',
  'tokenRefused',
  'secretNotFound',
  'versionNotFound',
] as const;

export type ReferenceEnd = (typeof referenceEnds)[number];

interface EndFacts {
  readonly status: ResolveStatus;
  /** What the portal shows below the setting. */
  readonly details: string;
  readonly source: WireSource;
}

const denied =
  "Key Vault reference was not able to be resolved because site was denied access to Key Vault reference's vault.";

function inOurWords(status: ResolveStatus, because: string): EndFacts {
  return { status, details: `Reference was not able to be resolved because ${because}.`, source: 'unconfirmed' };
}

/**
 * The statuses are those of the REST specification; which end has which is seen for the captured texts (public
 * reports that print `configreferences`) and the simulator's choice for the others.
 */
export const referenceEndFacts: Readonly<Record<ReferenceEnd, EndFacts>> = {
  resolved: { status: 'Resolved', details: 'Reference has been successfully resolved.', source: 'capture' },
  invalidSyntax: inOurWords('InvalidSyntax', 'its syntax is invalid'),
  noIdentity: {
    status: 'MSINotEnabled',
    details: 'Reference was not able to be resolved because site Managed Identity not enabled.',
    source: 'capture',
  },
  notAttached: inOurWords('MSINotEnabled', 'keyVaultReferenceIdentity is not assigned to the site'),
  notAResourceId: inOurWords('MSINotEnabled', 'keyVaultReferenceIdentity is not the resource ID of an identity'),
  principalGone: inOurWords('UnauthorizedClient', 'Microsoft Entra ID does not know the identity'),
  vaultNotFound: inOurWords('VaultNotFound', 'its vault was not found'),
  firewall: { status: 'AccessToKeyVaultDenied', details: denied, source: 'capture' },
  noPermission: { status: 'AccessToKeyVaultDenied', details: denied, source: 'capture' },
  tokenRefused: inOurWords('OtherReasons', 'its vault did not accept the token'),
  secretNotFound: inOurWords('SecretNotFound', 'its secret was not found'),
  versionNotFound: inOurWords('SecretVersionNotFound', 'the version of its secret was not found'),
};

/**
 * Reads `@Microsoft.KeyVault(SecretUri=…)` and `@Microsoft.KeyVault(VaultName=…;SecretName=…[;SecretVersion=…])`
 * (Microsoft's page on Key Vault references). Any other text is a plain value.
 */
export function readSetting(value: string): ReadSetting {
  if (!/^@Microsoft\.KeyVault\(/i.test(value)) return { kind: 'value' };
  const inner = /^@Microsoft\.KeyVault\((.*)\)$/i.exec(value)?.[1];
  const address = inner === undefined ? null : (addressByUri(inner) ?? addressByNames(inner));
  return address === null ? { kind: 'invalid' } : { kind: 'reference', address };
}

function addressByUri(text: string): SecretAddress | null {
  const uri = parseUri(/^SecretUri=(.*)$/i.exec(text)?.[1]?.trim() ?? '');
  if (uri === null || uri.scheme !== 'https' || !uri.host.endsWith(keyVaultSuffix)) return null;
  const [area, secret, version, ...rest] = uri.path.split('/').filter((part) => part !== '');
  if (area !== 'secrets' || secret === undefined || rest.length > 0) return null;
  return { vault: uri.host.slice(0, -keyVaultSuffix.length), secret, version: version ?? null };
}

function addressByNames(text: string): SecretAddress | null {
  const pairs = text.split(';').filter((pair) => pair.trim() !== '');
  const valueOf = (name: string) => {
    const pair = pairs.find((each) => each.trim().toLowerCase().startsWith(`${name.toLowerCase()}=`));
    const value = pair?.slice(pair.indexOf('=') + 1).trim() ?? '';
    // What is no part of a host name or path would address something else.
    return /^[a-zA-Z0-9-]+$/.test(value) ? value : null;
  };
  const vault = valueOf('VaultName');
  const secret = valueOf('SecretName');
  return vault === null || secret === null ? null : { vault, secret, version: valueOf('SecretVersion') };
}
