import type { HttpMethod } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';

/** Service Bus and Event Hubs share the ending of their host names. */
export const messagingSuffix = '.servicebus.windows.net';

export type MessagingKind = 'serviceBusNamespace' | 'eventHubsNamespace';

/** What tells the two services apart. Their audiences are taken with and without a final slash (facts: tokens §6). */
export const messagingServices = {
  serviceBusNamespace: {
    audiences: ['https://servicebus.azure.net', 'https://servicebus.azure.net/'],
    provider: 'Microsoft.ServiceBus',
  },
  eventHubsNamespace: {
    audiences: ['https://eventhubs.azure.net', 'https://eventhubs.azure.net/'],
    provider: 'Microsoft.EventHub',
  },
} as const satisfies Readonly<Record<MessagingKind, { audiences: readonly string[]; provider: string }>>;

export interface MessagingOperation {
  readonly kind: 'send' | 'receive';
  /** The queue, topic or event hub. */
  readonly entity: string;
}

/**
 * Reads `POST /<entity>/messages`, and for Service Bus `DELETE` or `POST /<entity>/messages/head`. Event Hubs gives
 * events out over AMQP and Kafka only (docs: Event Hubs REST).
 */
export function readMessagingOperation(kind: MessagingKind, method: HttpMethod, uri: Uri): MessagingOperation | null {
  const parts = uri.path.split('/').filter((part) => part !== '');
  const at = parts.lastIndexOf('messages');
  const entity = parts.slice(0, at).join('/');
  if (at < 1) return null;
  const rest = parts.slice(at + 1).join('/');
  if (method === 'POST' && rest === '') return { kind: 'send', entity };
  const takes = rest === 'head' && (method === 'DELETE' || method === 'POST');
  return takes && kind === 'serviceBusNamespace' ? { kind: 'receive', entity } : null;
}

/** The data action that an operation needs (facts: tokens §7.7). */
export function messagingAction(kind: MessagingKind, operation: MessagingOperation['kind']): string {
  return `${messagingServices[kind].provider}/namespaces/messages/${operation}/action`;
}
