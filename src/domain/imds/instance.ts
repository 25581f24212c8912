import { idKey } from '#domain/arm/resource-id.ts';
import type { Host } from '#domain/arm/resource.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import { guid, fraction } from '#domain/kernel/guid.ts';
import type { SubscriptionId } from '#domain/kernel/brand.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { queryValue } from '#domain/kernel/uri.ts';
import * as wire from './wire.ts';

/** What the instance document is made of. */
export interface InstanceFacts {
  readonly seed: string;
  readonly subscriptionId: SubscriptionId;
  readonly host: Host;
  /** The public address from which its requests arrive elsewhere. */
  readonly publicAddress: string;
}

/** A document in which everything that is no object or list is text (facts: tokens §2). */
type Node = string | readonly Node[] | { readonly [key: string]: Node };

/**
 * `/metadata/instance`, or the part of it under these segments. A single value is given as text only
 * (facts: tokens §2); names under a path as text are the simulator's choice.
 */
export function answerInstance(facts: InstanceFacts, segments: readonly string[], uri: Uri): SourcedResponse {
  const format = queryValue(uri, 'format') ?? 'json';
  if (format !== 'json' && format !== 'text') return wire.formatInvalid();
  const whole = instanceDocument(facts, queryValue(uri, 'api-version') ?? '');
  const part = segments.reduce<Node | null>(narrowed, whole);
  if (part === null) return wire.instanceNotFound();
  if (typeof part === 'string') return format === 'text' ? wire.plainText(part, 'docs') : wire.valueNeedsText();
  return format === 'text' ? wire.plainText(namesUnder(part).join('\n'), 'unconfirmed') : wire.document(part, 'docs');
}

function narrowed(node: Node | null, segment: string): Node | null {
  if (node === null || typeof node === 'string') return null;
  const found = Object.entries(node).find(([key]) => key.toLowerCase() === segment.toLowerCase());
  return found?.[1] ?? null;
}

function namesUnder(part: Exclude<Node, string>): string[] {
  return Object.entries(part).map(([key, value]) => (typeof value === 'string' ? key : `${key}/`));
}

function instanceDocument(facts: InstanceFacts, version: string): Node {
  return { compute: computeOf(facts, version), network: networkOf(facts) };
}

/** The image that every machine of the simulator runs. */
const image = { offer: 'ubuntu-24_04-lts', publisher: 'canonical', sku: 'server', version: '24.04.202602100' };

function computeOf({ seed, subscriptionId, host }: InstanceFacts, version: string): Node {
  const isInstance = host.kind === 'vmScaleSet';
  const name = isInstance ? `${host.name}_0` : host.name;
  const tags = Object.entries(host.tags ?? {});
  const physicalZone = version >= '2023-11-15' ? { physicalZone: '' } : null;
  return {
    azEnvironment: 'AzurePublicCloud',
    additionalCapabilities: { hibernationEnabled: 'false' },
    evictionPolicy: '',
    extendedLocation: { name: '', type: '' },
    host: { id: '' },
    hostGroup: { id: '' },
    isHostCompatibilityLayerVm: 'false',
    licenseType: '',
    location: host.location,
    name,
    offer: image.offer,
    osProfile: { adminUsername: 'azureuser', computerName: name, disablePasswordAuthentication: 'true' },
    osType: 'Linux',
    ...physicalZone,
    plan: { name: '', product: '', publisher: '' },
    platformFaultDomain: '0',
    platformUpdateDomain: '0',
    priority: '',
    provider: 'Microsoft.Compute',
    publicKeys: [],
    publisher: image.publisher,
    resourceGroupName: host.resourceGroup,
    resourceId: isInstance ? `${host.id}/virtualMachines/0` : host.id,
    securityProfile: { secureBootEnabled: 'true', virtualTpmEnabled: 'true' },
    sku: image.sku,
    storageProfile: {
      dataDisks: [],
      imageReference: { id: '', ...image },
      osDisk: { name: `${name}_OsDisk`, osType: 'Linux' },
    },
    subscriptionId,
    tags: tags.map(([key, value]) => `${key}:${value}`).join(';'),
    tagsList: tags.map(([key, value]) => ({ name: key, value })),
    userData: '',
    version: image.version,
    vmId: guid(seed, 'vmId', idKey(host.id), String(host.createdAt)),
    vmScaleSetName: isInstance ? host.name : '',
    vmSize: 'Standard_D2s_v5',
    zone: '',
  };
}

/** One interface in 10.0.0.0/24; its addresses are derived from the seed. */
function networkOf({ seed, host, publicAddress }: InstanceFacts): Node {
  const key = idKey(host.id);
  // The first four and the last address of a subnet belong to Azure.
  const last = 4 + Math.floor(fraction(seed, 'privateAddress', key) * 251);
  const mac = guid(seed, 'mac', key).replaceAll('-', '').slice(0, 6).toUpperCase();
  return {
    interface: [
      {
        ipv4: {
          ipAddress: [{ privateIpAddress: `10.0.0.${last}`, publicIpAddress: publicAddress }],
          subnet: [{ address: '10.0.0.0', prefix: '24' }],
        },
        ipv6: { ipAddress: [] },
        macAddress: `000D3A${mac}`,
      },
    ],
  };
}
