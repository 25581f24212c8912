import type { ResourceId, SubscriptionId } from '#domain/kernel/brand.ts';
import type { ResourceKind } from './resource.ts';
import { resourceKinds } from './kinds.ts';

/** Scope of a whole subscription. */
export function subscriptionScope(subscription: SubscriptionId): ResourceId {
  return `/subscriptions/${subscription}` as ResourceId;
}

export function resourceGroupId(subscription: SubscriptionId, group: string): ResourceId {
  return `${subscriptionScope(subscription)}/resourceGroups/${group}` as ResourceId;
}

/** The ARM id of a resource; a child is named `<parent>/<child>`. User-assigned identities print `resourcegroups` in lower case (facts: control-plane §1.5). */
export function resourceId(subscription: SubscriptionId, group: string, kind: ResourceKind, name: string): ResourceId {
  const segment = kind === 'userAssignedIdentity' ? 'resourcegroups' : 'resourceGroups';
  const [provider = '', ...types] = resourceKinds[kind].armType.split('/');
  const names = name.split('/');
  const path = types.map((type, level) => `${type}/${names[level] ?? ''}`).join('/');
  return `${subscriptionScope(subscription)}/${segment}/${group}/providers/${provider}/${path}` as ResourceId;
}

/** The key under which an id is stored: ARM compares ids without case. */
export function idKey(id: string): string {
  return id.toLowerCase();
}

export function sameId(a: string, b: string): boolean {
  return idKey(a) === idKey(b);
}

/** Whether `scope` is `id` itself or one of its parents. */
export function isWithin(scope: string, id: string): boolean {
  const outer = idKey(scope);
  const inner = idKey(id);
  return inner === outer || inner.startsWith(`${outer}/`);
}

/** The name of the resource group in an id, or null for a subscription scope. */
export function groupNameOf(id: string): string | null {
  return /\/resourcegroups\/([^/]+)/i.exec(id)?.[1] ?? null;
}

/** Whether an id is that of a resource group, there or not. */
export function isGroupId(id: string): boolean {
  return /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/i.test(id);
}

/** The last segment of an id: the resource's name. */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** `<Type>/<name>` as ARM's 404 prints it. */
export function typeAndNameOf(id: string): string {
  return /\/providers\/(.+)$/i.exec(id)?.[1] ?? nameOf(id);
}

/** What an id of a resource says: its group, its type and its name, a child's as `<parent>/<child>`. Null for other ids. */
export function readResourceId(
  id: string,
): { readonly subscription: string; readonly group: string; readonly armType: string; readonly name: string } | null {
  const parts = /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/([^/]+)\/(.+)$/i.exec(id);
  if (parts === null) return null;
  const [, subscription = '', group = '', provider = '', rest = ''] = parts;
  const segments = rest.split('/');
  if (segments.length % 2 !== 0) return null;
  const types = segments.filter((_, index) => index % 2 === 0);
  const names = segments.filter((_, index) => index % 2 === 1);
  return { subscription, group, armType: [provider, ...types].join('/'), name: names.join('/') };
}
