import type { HostKind, ResourceKind, TargetKind } from '#domain/arm/resource.ts';
import { iconPaths } from '#ui/kit/icon-paths.ts';
import { moreIconPaths } from '#ui/kit/more-icon-paths.ts';
import type { subjectWords } from '#ui/words/words.ts';

export type { HostKind, TargetKind };

/** What runs code that can sign in; the pods of a cluster stand for it. */
export type MachineKind = HostKind | 'aksCluster';

/** Everything that has a mark of its own. */
export type MarkKind = keyof typeof subjectWords.kinds;

type LineKind = Exclude<ResourceKind, 'userAssignedIdentity'>;

/** What is drawn with lines; identities, principals and roles have shapes instead. */
export const pathOfKind = {
  virtualMachine: moreIconPaths.virtualMachine,
  vmScaleSet: moreIconPaths.vmScaleSet,
  webApp: moreIconPaths.webApp,
  webAppSlot: moreIconPaths.webAppSlot,
  functionApp: moreIconPaths.functionApp,
  containerApp: moreIconPaths.containerApp,
  aksCluster: moreIconPaths.aksCluster,
  keyVault: moreIconPaths.keyVault,
  storageAccount: moreIconPaths.storageAccount,
  sqlServer: moreIconPaths.sqlServer,
  sqlDatabase: moreIconPaths.sqlDatabase,
  cosmosAccount: moreIconPaths.cosmosAccount,
  serviceBusNamespace: moreIconPaths.serviceBusNamespace,
  eventHubsNamespace: moreIconPaths.eventHubsNamespace,
  resourceGroup: moreIconPaths.resourceGroup,
  subscription: moreIconPaths.subscription,
  laptop: moreIconPaths.laptop,
  external: moreIconPaths.external,
  application: moreIconPaths.application,
  imds: moreIconPaths.imds,
  identityEndpoint: moreIconPaths.imds,
  platform: moreIconPaths.platform,
  entra: moreIconPaths.entra,
  person: moreIconPaths.person,
  group: moreIconPaths.people,
  appRegistration: moreIconPaths.application,
  role: iconPaths.key,
  lock: moreIconPaths.lock,
  allowed: iconPaths.allowed,
  refused: iconPaths.refused,
} as const satisfies Partial<Record<MarkKind, string>> & Record<LineKind, string>;

export type IconKind = keyof typeof pathOfKind;
