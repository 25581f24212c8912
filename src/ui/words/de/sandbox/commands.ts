import type * as english from '#ui/words/en/sandbox/commands.ts';
import type { Names } from '#app/sandbox/names.ts';
import type { Command } from '#domain/cloud/command.ts';
import { accessCommands } from './commands/access.ts';
import { appServiceCommands } from './commands/app-service.ts';
import { armCommands } from './commands/arm.ts';
import { clockCommands } from './commands/clock.ts';
import { computeCommands } from './commands/compute.ts';
import { dataCommands } from './commands/data.ts';
import { directoryCommands } from './commands/directory.ts';
import { identityCommands } from './commands/identity.ts';
import { requestCommands } from './commands/requests.ts';
import type { Sentences } from './commands/sentence.ts';

const sentences: Sentences<Command['type']> = {
  ...armCommands,
  ...identityCommands,
  ...directoryCommands,
  ...accessCommands,
  ...computeCommands,
  ...appServiceCommands,
  ...dataCommands,
  ...requestCommands,
  ...clockCommands,
};

/**
 * A command as somebody would say it, for the log and for undo: „vm-web löschen“. What can be a proposed fix begins
 * with a noun, never with a name: the list of fixes begins its lines with a capital letter.
 */
export const commandInWords: typeof english.commandInWords = (command, names) => {
  // The table pairs each command with its sentence; a look-up loses the pairing, so it is said once here.
  const sentence = sentences[command.type] as (command: Command, names: Names) => string;
  return sentence(command, names);
};
