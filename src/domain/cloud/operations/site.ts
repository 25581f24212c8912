import { mergedSettings, isSettingName, swappedSettings } from '#domain/appservice/settings.ts';
import * as siteWire from '#domain/appservice/site-wire.ts';
import { siteOf } from '#domain/appservice/state.ts';
import type { Host, HostKind } from '#domain/arm/resource.ts';
import { isHost, resourceKinds } from '#domain/arm/kinds.ts';
import { findResource } from '#domain/arm/state.ts';
import * as wire from '#domain/arm/wire.ts';
import type { HttpMethod, SourcedResponse } from '#domain/http/message.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { bodyOf } from '../resource-body.ts';
import type { CloudState } from '../state.ts';
import { armUrl } from '#domain/arm/address.ts';
import { answer } from './answer.ts';

/** What App Service runs: apps, function apps and their slots. */
const siteKinds: readonly HostKind[] = ['webApp', 'webAppSlot', 'functionApp'];

/** Merges into the settings of an app or slot, as `az webapp config appsettings set` does. */
export function setAppSettings(draft: Draft, { id, settings }: CommandOf<'SetAppSettings'>): void {
  onSite(draft, { id, method: 'PUT', path: '/config/appsettings' }, (site) => {
    const invalid = Object.keys(settings).find((name) => !isSettingName(name));
    if (invalid !== undefined) return siteWire.invalidSettingName(invalid);
    const merged = mergedSettings(siteOf(draft.state.appService, site.id).settings, settings);
    draft.emit({ type: 'AppSettingsSet', resourceId: site.id, settings: merged });
    return siteWire.appSettingsBody(site, merged);
  });
}

/** Takes any text: that a client ID is no resource ID shows when a reference is read (see `resolveKeyVaultReference`). */
export function setReferenceIdentity(draft: Draft, { id, identity }: CommandOf<'SetReferenceIdentity'>): void {
  onSite(draft, { id, method: 'PATCH', path: '' }, (site) => {
    draft.emit({ type: 'ReferenceIdentitySet', resourceId: site.id, identity });
    return wire.armJson(200, bodyOf(draft.state, site), 'docs');
  });
}

/** Puts an app behind Easy Auth, or takes it away. */
export function setAuthentication(draft: Draft, { id, authentication }: CommandOf<'SetAuthentication'>): void {
  onSite(draft, { id, method: 'PUT', path: '/config/authsettingsV2' }, (site) => {
    draft.emit({ type: 'AuthenticationSet', resourceId: site.id, authentication });
    return siteWire.authenticationBody(site, draft.state.tenantId, authentication);
  });
}

/**
 * Swaps a slot with its app: settings that are not sticky change places. Identities, the identity for Key Vault
 * references and authentication stay where they are (facts: control-plane §2.1).
 */
export function swapSlots(draft: Draft, { id }: CommandOf<'SwapSlots'>): void {
  onSite(draft, { id, method: 'POST', path: '/slotsswap' }, (slot) => {
    const app = slot.kind === 'webAppSlot' ? findSite(draft.state, appIdOf(slot.id)) : undefined;
    if (app === undefined) return siteWire.notASlot(slot.id);
    const { appService } = draft.state;
    const [ofApp, ofSlot] = swappedSettings(siteOf(appService, app.id).settings, siteOf(appService, slot.id).settings);
    draft.emit({ type: 'AppSettingsSet', resourceId: app.id, settings: ofApp });
    draft.emit({ type: 'AppSettingsSet', resourceId: slot.id, settings: ofSlot });
    return wire.armEmpty(202);
  });
}

/** An app, function app or slot that is there, by its id. */
export function findSite(state: CloudState, id: string): Host | undefined {
  const resource = findResource(state.arm, id);
  return resource !== undefined && isHost(resource) && siteKinds.includes(resource.kind) ? resource : undefined;
}

/** The app that a slot belongs to: its id without the last two segments. */
export function appIdOf(slotId: string): string {
  return slotId.replace(/\/slots\/[^/]+$/i, '');
}

interface SiteRequest {
  readonly id: string;
  readonly method: HttpMethod;
  /** Below the site. */
  readonly path: string;
}

/** A request about a site: 404 and 400 for what is none, else what `act` does and answers. */
export function onSite(draft: Draft, { id, method, path }: SiteRequest, act: (site: Host) => SourcedResponse): void {
  const found = findResource(draft.state.arm, id);
  const site = findSite(draft.state, id);
  const url = armUrl(`${site?.id ?? id}${path}`, resourceKinds[site?.kind ?? 'webApp'].apiVersion);
  if (found === undefined) return answer(draft, method, url, wire.resourceNotFound(id));
  answer(draft, method, url, site === undefined ? siteWire.notASite(id) : act(site));
}
