import type { HostKind } from '#domain/arm/resource.ts';
import { identityApiVersion, identityEndpointOf } from '#domain/appservice/request.ts';
import { imdsAddress, imdsTokenPath } from '#domain/imds/request.ts';

export type HostId =
  | HostKind
  | 'aksCluster'
  | 'external'
  | 'arc'
  | 'serviceFabric'
  | 'cloudShell'
  | 'machineLearning'
  | 'containerInstances'
  | 'appServiceOld';

export interface HostRow {
  readonly id: HostId;
  readonly isSimulated: boolean;
  /** Null where no endpoint is asked: the workload has a token of its own. */
  readonly endpoint: string | null;
  readonly apiVersion: string | null;
  /** The proof that a request bears; null where none is asked for. */
  readonly header: string | null;
  readonly identities: readonly ('system' | 'user' | 'signedIn')[];
}

const both = ['system', 'user'] as const;
const imds = {
  endpoint: `http://${imdsAddress}${imdsTokenPath}`,
  apiVersion: '2018-02-01',
  header: 'Metadata: true',
  identities: both,
};
const exchange = { endpoint: null, apiVersion: null, header: null, identities: ['user'] } as const;

function inApp(id: HostKind): HostRow {
  return {
    id,
    isSimulated: true,
    endpoint: identityEndpointOf(id),
    apiVersion: identityApiVersion,
    header: 'X-IDENTITY-HEADER',
    identities: both,
  };
}

/** Every kind of host with its endpoint; what the engine does not simulate is from Microsoft's pages and SDKs. */
export const hostRows: readonly HostRow[] = [
  { id: 'virtualMachine', isSimulated: true, ...imds },
  { id: 'vmScaleSet', isSimulated: true, ...imds },
  inApp('webApp'),
  inApp('webAppSlot'),
  inApp('functionApp'),
  inApp('containerApp'),
  { id: 'aksCluster', isSimulated: true, ...exchange },
  { id: 'external', isSimulated: true, ...exchange },
  {
    id: 'arc',
    isSimulated: false,
    endpoint: 'http://localhost:40342/metadata/identity/oauth2/token',
    apiVersion: '2020-06-01',
    header: 'Metadata: true',
    identities: ['system'],
  },
  { id: 'containerInstances', isSimulated: false, ...imds },
  {
    id: 'serviceFabric',
    isSimulated: false,
    endpoint: 'https://localhost:2377/metadata/identity/oauth2/token',
    apiVersion: '2019-07-01-preview',
    header: 'secret',
    identities: both,
  },
  {
    id: 'cloudShell',
    isSimulated: false,
    endpoint: 'http://localhost:50342/oauth2/token',
    apiVersion: null,
    header: 'Metadata: true',
    identities: ['signedIn'],
  },
  {
    id: 'machineLearning',
    isSimulated: false,
    endpoint: 'MSI_ENDPOINT',
    apiVersion: '2017-09-01',
    header: 'secret',
    identities: both,
  },
  {
    id: 'appServiceOld',
    isSimulated: false,
    endpoint: 'MSI_ENDPOINT',
    apiVersion: '2017-09-01',
    header: 'secret',
    identities: both,
  },
];
