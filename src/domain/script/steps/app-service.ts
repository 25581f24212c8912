import type { AppSetting } from '#domain/appservice/state.ts';
import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { fillIn } from '../fill-in.ts';
import type { Meanings } from '../meaning.ts';
import { applicationCalled, hostNamed, identityNamed, kindNamed, principalNamed } from '../names.ts';

/** Apps and slots, a slot as `<app>/<slot>`. */
export type AppServiceStep =
  | SetSettingsStep
  /** Swaps the slot with production. */
  | { readonly do: 'swap'; readonly slot: string }
  /** The identity by which the platform reads references: a user-assigned one, or `SystemAssigned`. */
  | { readonly do: 'reference-identity'; readonly on: string; readonly identity: string }
  /** The platform resolves the Key Vault reference in a setting. */
  | { readonly do: 'reference'; readonly on: string; readonly setting: string }
  /** The Functions host opens an identity-based connection, by the prefix of its settings. */
  | { readonly do: 'connect'; readonly on: string; readonly connection: string }
  /** Easy Auth: `application` stands for the app; of the clients, all of the tenant get in or those named. */
  | {
      readonly do: 'authentication';
      readonly on: string;
      readonly application: string;
      readonly clients?: readonly string[];
    };

interface SetSettingsStep {
  readonly do: 'set-settings';
  readonly on: string;
  /** Null takes a setting away. Ids are filled in, as in `{client-id:id-shop-reader}`. */
  readonly settings: Readonly<Record<string, string | null>>;
  /** Which of them stay with their slot when slots are swapped. */
  readonly sticky?: readonly string[];
}

export const appServiceMeanings: Meanings<AppServiceStep> = {
  'set-settings': setSettingsCommand,
  swap: (state, { slot }) => ({ type: 'SwapSlots', id: kindNamed(state, slot, 'webAppSlot').id }),
  'reference-identity': (state, { on, identity }) => ({
    type: 'SetReferenceIdentity',
    id: hostNamed(state, on).id,
    identity: identity === 'SystemAssigned' ? identity : identityNamed(state, identity).id,
  }),
  reference: (state, { on, setting }) => ({
    type: 'ResolveKeyVaultReference',
    id: hostNamed(state, on).id,
    setting,
  }),
  connect: (state, { on, connection }) => ({ type: 'OpenConnection', id: hostNamed(state, on).id, connection }),
  authentication: (state, { on, application, clients }) => {
    const { appId } = applicationCalled(state, application);
    const authentication = {
      clientId: appId,
      allowedAudiences: [`api://${appId}`],
      allowedApplications: clients?.map((each) => principalNamed(state, each).appId) ?? null,
      unauthenticatedAction: 'Return401',
    } as const;
    return { type: 'SetAuthentication', id: hostNamed(state, on).id, authentication };
  },
};

function setSettingsCommand(state: CloudState, { on, settings, sticky = [] }: SetSettingsStep): Command {
  const set = Object.entries(settings).map(([name, value]): [string, AppSetting | null] => [
    name,
    value === null ? null : { value: fillIn(state, value), sticky: sticky.includes(name) },
  ]);
  return { type: 'SetAppSettings', id: hostNamed(state, on).id, settings: Object.fromEntries(set) };
}
