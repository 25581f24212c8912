import type { AppServiceCommand } from '#domain/cloud/commands/app-service.ts';
import { last } from './sentence.ts';
import type { Sentences } from './sentence.ts';

export const appServiceCommands: Sentences<AppServiceCommand['type']> = {
  SetAppSettings: ({ id, settings }) => {
    const names = Object.keys(settings);
    const [name = ''] = names;
    return names.length === 1
      ? `Einstellung ${name} von ${last(id)} ${settings[name] === null ? 'entfernen' : 'festlegen'}`
      : `${names.length} Einstellungen von ${last(id)} festlegen`;
  },
  SetReferenceIdentity: ({ id, identity }) =>
    `Key Vault-Verweise von ${last(id)} mit ${identity === 'SystemAssigned' ? 'der eigenen Identität' : last(identity)} lesen`,
  SetAuthentication: ({ id, authentication }) =>
    authentication === null ? `Zugang zu ${last(id)} für alle öffnen` : `Zugang zu ${last(id)} nur mit Token erlauben`,
  SwapSlots: ({ id }) => `Slot ${last(id)} mit der Produktion tauschen`,
  ResolveKeyVaultReference: ({ id, setting }) => `Verweis ${setting} von ${last(id)} auflösen`,
  OpenConnection: ({ id, connection }) => `Verbindung ${connection} von ${last(id)} öffnen`,
};
