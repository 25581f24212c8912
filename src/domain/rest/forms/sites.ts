import { authenticationProperties } from '#domain/appservice/site-wire.ts';
import type { AppSetting, Authentication, UnauthenticatedAction } from '#domain/appservice/state.ts';
import { siteOf } from '#domain/appservice/state.ts';
import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { ClientId, ResourceId } from '#domain/kernel/brand.ts';
import { at, isJsonList, pairsAt, textAt, textsAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import { invalidContent } from '../refusals.ts';
import { resourceRequest } from '../request.ts';
import { command, refused, route } from '../route.ts';
import type { Incoming, Parsed, Printers, Route } from '../route.ts';

type SiteForm =
  | 'SetAppSettings'
  | 'SetReferenceIdentity'
  | 'SetAuthentication'
  | 'SwapSlots'
  | 'ResolveKeyVaultReference'
  | 'OpenConnection';

/** Apps and slots. What the platform does for an app is nobody's request. */
export const sitePrinters: Printers<SiteForm> = {
  SetAppSettings: printSettings,
  SetReferenceIdentity: (_state, { id, identity }) =>
    resourceRequest('PATCH', id, '', { properties: { keyVaultReferenceIdentity: identity } }),
  SetAuthentication: ({ tenantId }, { id, authentication }) =>
    resourceRequest('PUT', id, '/config/authsettingsV2', {
      properties: authenticationProperties(tenantId, authentication),
    }),
  SwapSlots: (_state, { id }) =>
    resourceRequest('POST', id, '/slotsswap', { targetSlot: 'production', preserveVnet: true }),
  ResolveKeyVaultReference: () => null,
  OpenConnection: () => null,
};

/** A PUT replaces all settings. Which of them stick to their slot is a request of its own: null where that changes. */
function printSettings(state: CloudState, { id, settings }: CommandOf<'SetAppSettings'>): HttpRequest | null {
  const held = siteOf(state.appService, id).settings;
  const changed = Object.entries(settings);
  const changesSticking = changed.some(([name, setting]) => setting !== null && setting.sticky !== sticks(held, name));
  if (changesSticking) return null;
  const all = [...Object.entries(held).filter(([name]) => !Object.hasOwn(settings, name)), ...changed];
  const properties = Object.fromEntries(all.flatMap(([name, setting]) => (setting ? [[name, setting.value]] : [])));
  return resourceRequest('PUT', id, '/config/appsettings', { properties });
}

function sticks(settings: Readonly<Record<string, AppSetting>>, name: string): boolean {
  return Object.hasOwn(settings, name) && settings[name]?.sticky === true;
}

const slot = '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Web/sites/{site}/slots/{slot}';

export const siteRoutes: readonly Route[] = [
  route('PUT', '{+id}/config/appsettings', parseSettings),
  route('PUT', '{+id}/config/authsettingsV2', ({ param, body }) =>
    command({ type: 'SetAuthentication', id: param('id') as ResourceId, authentication: readAuthentication(body) }),
  ),
  route('POST', `${slot}/slotsswap`, ({ path }) => command({ type: 'SwapSlots', id: withoutEnd(path) })),
  route('POST', '{+id}/slotsswap', ({ param, body }) => {
    const target = textAt(body, 'targetSlot');
    if (target === null) return refused(invalidContent('a targetSlot is expected.'));
    return command({ type: 'SwapSlots', id: `${param('id')}/slots/${target}` as ResourceId });
  }),
];

function withoutEnd(path: string): ResourceId {
  return path.slice(0, path.lastIndexOf('/')) as ResourceId;
}

function parseSettings({ state, param, body }: Incoming): Parsed {
  return command(replaceSettings(state, param('id') as ResourceId, pairsAt(body, 'properties')));
}

/** Those that are not named go; those that stick go on sticking. */
function replaceSettings(
  state: CloudState,
  id: ResourceId,
  pairs: readonly (readonly [string, Json])[],
): CommandOf<'SetAppSettings'> {
  const held = siteOf(state.appService, id).settings;
  const sent = pairs.map(([name, value]) => [name, { value: textOf(value), sticky: sticks(held, name) }] as const);
  const gone = Object.keys(held)
    .filter((name) => !sent.some(([other]) => other === name))
    .map((name) => [name, null] as const);
  return { type: 'SetAppSettings', id, settings: Object.fromEntries([...sent, ...gone]) };
}

/** The settings in `siteConfig`, a list of names and values; null where there is none. */
export function settingsIn(state: CloudState, id: ResourceId, list: Json | undefined): Command | null {
  if (!isJsonList(list)) return null;
  const pairs = list.flatMap((each): (readonly [string, Json])[] => {
    const name = textAt(each, 'name');
    return name === null ? [] : [[name, at(each, 'value') ?? '']];
  });
  return replaceSettings(state, id, pairs);
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const unauthenticated: readonly UnauthenticatedAction[] = [
  'RedirectToLoginPage',
  'AllowAnonymous',
  'Return401',
  'Return403',
];

function readAuthentication(body: Json | undefined): Authentication | null {
  const provider = at(body, 'properties', 'identityProviders', 'azureActiveDirectory');
  const clientId = textAt(provider, 'registration', 'clientId');
  if (at(body, 'properties', 'platform', 'enabled') === false || clientId === null) return null;
  const action = textAt(body, 'properties', 'globalValidation', 'unauthenticatedClientAction');
  const policy = at(provider, 'validation', 'defaultAuthorizationPolicy', 'allowedApplications');
  return {
    clientId: clientId as ClientId,
    allowedAudiences: textsAt(provider, 'validation', 'allowedAudiences'),
    allowedApplications: policy === undefined || policy === null ? null : textsAt(policy),
    unauthenticatedAction: unauthenticated.find((each) => each === action) ?? 'RedirectToLoginPage',
  };
}
