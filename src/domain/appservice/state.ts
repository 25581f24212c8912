import * as dictionary from '#domain/kernel/dictionary.ts';
import type { Dictionary } from '#domain/kernel/dictionary.ts';
import { idKey } from '#domain/arm/resource-id.ts';
import type { ClientId, ResourceId } from '#domain/kernel/brand.ts';
import { assertNever } from '#domain/kernel/invariant.ts';
import { rekey } from '#domain/kernel/keyed.ts';

export interface AppSetting {
  readonly value: string;
  /** A sticky setting stays with its slot when slots are swapped (facts: corrections 18). */
  readonly sticky: boolean;
}

/** What App Service does with a caller that it cannot authenticate. */
export type UnauthenticatedAction = 'RedirectToLoginPage' | 'AllowAnonymous' | 'Return401' | 'Return403';

/** "Easy Auth": the app as an API behind Microsoft Entra ID (facts: tokens §7.6). */
export interface Authentication {
  /** The application registration that stands for the app; its client ID is always an audience. */
  readonly clientId: ClientId;
  readonly allowedAudiences: readonly string[];
  /** Client IDs that are let in; null for every one, an empty list for none. */
  readonly allowedApplications: readonly string[] | null;
  readonly unauthenticatedAction: UnauthenticatedAction;
}

export interface SiteConfig {
  readonly settings: Readonly<Record<string, AppSetting>>;
  readonly referenceIdentity: 'SystemAssigned' | ResourceId;
  readonly authentication: Authentication | null;
}

const newSite: SiteConfig = { settings: {}, referenceIdentity: 'SystemAssigned', authentication: null };

export type AppServiceEvent =
  /** All settings of an app or slot as they are now. */
  | {
      readonly type: 'AppSettingsSet';
      readonly resourceId: ResourceId;
      readonly settings: Readonly<Record<string, AppSetting>>;
    }
  | {
      readonly type: 'ReferenceIdentitySet';
      readonly resourceId: ResourceId;
      readonly identity: 'SystemAssigned' | ResourceId;
    }
  | {
      readonly type: 'AuthenticationSet';
      readonly resourceId: ResourceId;
      readonly authentication: Authentication | null;
    };

export interface AppServiceState {
  /** Apps and slots that differ from a new one, by id. */
  readonly sites: Dictionary<SiteConfig>;
}

export const emptyAppService: AppServiceState = { sites: dictionary.empty() };

export function siteOf(appService: AppServiceState, id: string): SiteConfig {
  return dictionary.get(appService.sites, idKey(id)) ?? newSite;
}

export function evolveAppService(appService: AppServiceState, event: AppServiceEvent): AppServiceState {
  const site = siteOf(appService, event.resourceId);
  switch (event.type) {
    case 'AppSettingsSet':
      return withSite(appService, event.resourceId, { ...site, settings: event.settings });
    case 'ReferenceIdentitySet':
      return withSite(appService, event.resourceId, { ...site, referenceIdentity: event.identity });
    case 'AuthenticationSet':
      return withSite(appService, event.resourceId, { ...site, authentication: event.authentication });
    default:
      return assertNever(event);
  }
}

function withSite(appService: AppServiceState, id: ResourceId, site: SiteConfig): AppServiceState {
  const isNew =
    Object.keys(site.settings).length === 0 &&
    site.referenceIdentity === 'SystemAssigned' &&
    site.authentication === null;
  const { sites } = appService;
  return { sites: isNew ? dictionary.remove(sites, idKey(id)) : dictionary.set(sites, idKey(id), site) };
}

export function forgetAppService(appService: AppServiceState, id: ResourceId): AppServiceState {
  return { sites: dictionary.remove(appService.sites, idKey(id)) };
}

export function moveAppService(appService: AppServiceState, from: ResourceId, to: ResourceId): AppServiceState {
  return { sites: rekey(appService.sites, idKey(from), idKey(to)) };
}

/** The shortest list of events that folds to this slice. */
export function* checkpointAppService(appService: AppServiceState): Generator<AppServiceEvent> {
  for (const [id, site] of dictionary.entries(appService.sites)) {
    const resourceId = id as ResourceId;
    const { settings, referenceIdentity, authentication } = site;
    if (Object.keys(settings).length > 0) yield { type: 'AppSettingsSet', resourceId, settings };
    if (referenceIdentity !== 'SystemAssigned') {
      yield { type: 'ReferenceIdentitySet', resourceId, identity: referenceIdentity };
    }
    if (authentication !== null) yield { type: 'AuthenticationSet', resourceId, authentication };
  }
}
