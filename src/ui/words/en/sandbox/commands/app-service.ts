import type { AppServiceCommand } from '#domain/cloud/commands/app-service.ts';
import { last } from './sentence.ts';
import type { Sentences } from './sentence.ts';

export const appServiceCommands: Sentences<AppServiceCommand['type']> = {
  SetAppSettings: ({ id, settings }) => {
    const names = Object.keys(settings);
    const [name = ''] = names;
    const one = settings[name] === null ? `remove the setting ${name} of` : `set ${name} of`;
    return names.length === 1 ? `${one} ${last(id)}` : `set ${names.length} settings of ${last(id)}`;
  },
  SetReferenceIdentity: ({ id, identity }) =>
    `let ${last(id)} read Key Vault references as ${identity === 'SystemAssigned' ? 'itself' : last(identity)}`,
  SetAuthentication: ({ id, authentication }) =>
    authentication === null ? `open ${last(id)} to everyone` : `let ${last(id)} ask callers for a token`,
  SwapSlots: ({ id }) => `swap ${last(id)} with production`,
  ResolveKeyVaultReference: ({ id, setting }) => `resolve the reference ${setting} of ${last(id)}`,
  OpenConnection: ({ id, connection }) => `open the connection ${connection} of ${last(id)}`,
};
