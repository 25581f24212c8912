import { armError, armJson } from '#domain/arm/wire.ts';
import { resourceKinds } from '#domain/arm/kinds.ts';
import type { Host } from '#domain/arm/resource.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import type { SourcedResponse } from '#domain/http/message.ts';
import type { AppSettings } from './settings.ts';
import type { Authentication } from './state.ts';

/** What an answer about the configuration of an app or slot knows of it. */
export type SiteFacts = Pick<Host, 'id' | 'kind' | 'location'>;

/** A resource that is there and is no app of App Service: the simulator's words. */
export function notASite(id: string): SourcedResponse {
  return armError(400, 'BadRequest', `The resource '${nameOf(id)}' is not an app of App Service.`, 'unconfirmed');
}

/** The rule is documented, code and words are not (Microsoft's page on configuring an app). */
export function invalidSettingName(name: string): SourcedResponse {
  return armError(
    400,
    'BadRequest',
    `App setting '${name}': a name has letters, digits, periods and underscores only.`,
    'unconfirmed',
  );
}

/** Only a slot is swapped, with the app that it belongs to: the simulator's words. */
export function notASlot(id: string): SourcedResponse {
  return armError(400, 'BadRequest', `'${nameOf(id)}' is not a deployment slot.`, 'unconfirmed');
}

/** `PUT …/config/appsettings`: all settings with their values. */
export function appSettingsBody(site: SiteFacts, settings: AppSettings): SourcedResponse {
  const properties = Object.fromEntries(Object.entries(settings).map(([name, { value }]) => [name, value]));
  return armJson(200, configBody(site, 'appsettings', properties), 'spec');
}

/** The answer to `PUT …/config/authsettingsV2`. */
export function authenticationBody(
  site: SiteFacts,
  tenantId: string,
  authentication: Authentication | null,
): SourcedResponse {
  return armJson(200, configBody(site, 'authsettingsV2', authenticationProperties(tenantId, authentication)), 'spec');
}

/** `properties` of authsettingsV2, as far as the simulator knows them (Microsoft's REST specification). */
export function authenticationProperties(tenantId: string, authentication: Authentication | null): unknown {
  if (authentication === null) return { platform: { enabled: false } };
  const { clientId, allowedAudiences, allowedApplications, unauthenticatedAction } = authentication;
  return {
    platform: { enabled: true },
    globalValidation: {
      requireAuthentication: unauthenticatedAction !== 'AllowAnonymous',
      unauthenticatedClientAction: unauthenticatedAction,
    },
    identityProviders: {
      azureActiveDirectory: {
        enabled: true,
        // The portal writes the issuer of version 2.0, and tokens of version 1.0 pass all the same.
        registration: { clientId, openIdIssuer: `https://sts.windows.net/${tenantId}/v2.0` },
        validation: {
          allowedAudiences,
          ...(allowedApplications === null ? {} : { defaultAuthorizationPolicy: { allowedApplications } }),
        },
      },
    },
  };
}

function configBody({ id, kind, location }: SiteFacts, name: string, properties: unknown): unknown {
  return { id: `${id}/config/${name}`, name, type: `${resourceKinds[kind].armType}/config`, location, properties };
}
