import type { CloudState } from '#domain/cloud/state.ts';

/** Where everything is that a running companion offers. */
export interface Addresses {
  /** The main listener: the page, and Azure under prefixes. Always plain HTTP. */
  readonly main: string;
  /** What stands for Azure's services: the main listener, or the one over TLS. */
  readonly azure: string;
  readonly blob: string;
  readonly secret: string;
  readonly tls: { readonly proxy: string; readonly caFile: string } | null;
}

/** The sandbox, which reads the secret from the fragment: that never goes over the wire. */
function pageAddress({ main, secret }: Addresses): string {
  return `${main}/sandbox#companion=${secret}`;
}

/** Every address under the name of a variable, for scripts (see README: Companion). */
export function variables(addresses: Addresses, state: CloudState): Readonly<Record<string, string>> {
  const { main, azure, blob, secret, tls } = addresses;
  const own = `${main}/companion/${secret}`;
  return {
    ARM_URL: `${azure}/arm`,
    ARM_TOKEN: secret,
    ENTRA_URL: `${azure}/entra`,
    KEYVAULT_URL: `${azure}/keyvault/{vaultName}`,
    BLOB_URL: `${blob}/{accountName}`,
    ENDPOINTS_URL: `${own}/env`,
    FAULT_URL: `${own}/faults`,
    CLOCK_URL: `${own}/clock`,
    ...(tls === null ? {} : { PROXY_URL: tls.proxy, CA_FILE: tls.caFile }),
    SUBSCRIPTION_ID: state.subscriptionId,
    TENANT_ID: state.tenantId,
    LOCATION: 'westeurope',
    PAGE_URL: pageAddress(addresses),
  };
}

/** What is printed at the start, for people. */
export function greeting(addresses: Addresses, state: CloudState): string {
  const { azure, blob, secret, tls } = addresses;
  const rows = [
    ['Page, live', pageAddress(addresses)],
    ['Azure Resource Manager', `${azure}/arm`],
    ['Microsoft Entra ID', `${azure}/entra/${state.tenantId}`],
    ['Key Vault', `${azure}/keyvault/<vault>`],
    ['Blob storage', `${blob}/<account>`],
    ...(tls === null
      ? []
      : [['Proxy for real host names', tls.proxy] as const, ['CA certificate', tls.caFile] as const]),
    ['Subscription', state.subscriptionId],
    ['Secret, ARM bearer token', secret],
  ] as const;
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    'The companion serves the simulated Azure on this machine.',
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '',
    'Variables for a program on a host:  npm run -s companion -- env <host>',
    'Press Ctrl+C to stop it.',
  ].join('\n');
}
