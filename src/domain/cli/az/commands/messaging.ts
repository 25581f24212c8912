import { ignored, ignoredSwitch } from '../command.ts';
import type { AzCommand } from '../command.ts';
import { plainCommands } from '../resource-verbs.ts';

/** `az servicebus` and `az eventhubs`: namespaces alone. */
export const namespaceCommands: readonly AzCommand[] = [
  ...plainCommands({
    prefix: 'servicebus namespace',
    kind: 'serviceBusNamespace',
    noun: 'Service Bus namespace',
    accepts: [ignored('--sku'), ignoredSwitch('--disable-local-auth')],
  }),
  ...plainCommands({
    prefix: 'eventhubs namespace',
    kind: 'eventHubsNamespace',
    noun: 'Event Hubs namespace',
    accepts: [ignored('--sku'), ignoredSwitch('--disable-local-auth')],
  }),
];
