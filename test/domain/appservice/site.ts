import type { AppSetting, Authentication } from '#domain/appservice/state.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { ClientId, ResourceId } from '#domain/kernel/brand.ts';
import { openFirewall } from '#domain/network/state.ts';
import type { Firewall } from '#domain/network/state.ts';
import { resourceNamed } from '#domain/script/names.ts';
import type { Step } from '#domain/script/script.ts';
import { idsOf } from '#test/support/engine.ts';
import type { Played } from '#test/support/engine.ts';

/** A command made of what the world holds by then. */
type Made<Type extends Command['type']> = (after: Played) => Extract<Command, { readonly type: Type }>;

/** The id of a resource by its name. */
export function idOf({ state }: Played, name: string): ResourceId {
  return resourceNamed(state, name).id;
}

/** The slot `staging` of an app, with its system-assigned identity on where nothing else is said. */
export function slot(
  name = 'app-shop/staging',
  { system = true, user = [] }: { readonly system?: boolean; readonly user?: readonly string[] } = {},
): Step {
  return { do: 'create', kind: 'webAppSlot', name, in: 'rg-shop', systemAssigned: system, userAssigned: user };
}

export function containerApp(name = 'ca-shop', { system = true } = {}): Step {
  return { do: 'create', kind: 'containerApp', name, in: 'rg-shop', systemAssigned: system, userAssigned: [] };
}

/** Sets app settings: a text, a sticky text, or null to take one away. */
export function settings(
  values: Readonly<Record<string, string | null | { readonly sticky: string }>>,
  on = 'app-shop',
): Made<'SetAppSettings'> {
  const setting = (value: string | null | { readonly sticky: string }): AppSetting | null => {
    if (value === null) return null;
    return typeof value === 'string' ? { value, sticky: false } : { value: value.sticky, sticky: true };
  };
  const made = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, setting(value)]));
  return (after) => ({ type: 'SetAppSettings', id: idOf(after, on), settings: made });
}

/** Names the identity that reads references, by one of its ids. */
export function readsBy(
  identity: string,
  by: 'resourceId' | 'clientId' | 'principalId' = 'resourceId',
  on = 'app-shop',
): Made<'SetReferenceIdentity'> {
  return (after) => ({
    type: 'SetReferenceIdentity',
    id: idOf(after, on),
    identity: idsOf(after, identity)[by] as ResourceId,
  });
}

export function swap(slotName = 'app-shop/staging'): Made<'SwapSlots'> {
  return (after) => ({ type: 'SwapSlots', id: idOf(after, slotName) });
}

/** Reads the reference in a setting. */
export function resolve(setting = 'DB_PASSWORD', on = 'app-shop'): Made<'ResolveKeyVaultReference'> {
  return (after) => ({ type: 'ResolveKeyVaultReference', id: idOf(after, on), setting });
}

export function open(connection = 'Images', on = 'func-shop'): Made<'OpenConnection'> {
  return (after) => ({ type: 'OpenConnection', id: idOf(after, on), connection });
}

/** Closes the firewall of a target but for what is said. */
export function closed(target: string, more: Partial<Firewall> = {}): Made<'SetFirewall'> {
  const firewall: Firewall = { ...openFirewall, defaultAction: 'Deny', ...more };
  return (after) => ({ type: 'SetFirewall', resourceId: idOf(after, target), firewall });
}

/** The application registration that stands for app-shop. */
export const apiId = '8f3b1a52-6c1d-4e70-9a44-0b5f2d7c9e11' as ClientId;

/** Puts app-shop behind Easy Auth. */
export function behindEasyAuth(more: Partial<Authentication> = {}, on = 'app-shop'): Made<'SetAuthentication'> {
  const authentication: Authentication = {
    clientId: apiId,
    allowedAudiences: [`api://${apiId}`],
    allowedApplications: null,
    unauthenticatedAction: 'Return401',
    ...more,
  };
  return (after) => ({ type: 'SetAuthentication', id: idOf(after, on), authentication });
}
