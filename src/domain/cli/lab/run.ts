import { failed, text } from '../reply.ts';
import type { Context, Reply } from '../reply.ts';
import { nearMisses } from '../suggest.ts';
import type { LabCommand } from './command.ts';
import { placeCommands } from './place.ts';
import { timeCommands } from './time.ts';
import { worldCommands } from './world.ts';

/** Everything that the simulator has and Azure has not. */
export const labCommands: readonly LabCommand[] = [...timeCommands, ...placeCommands, ...worldCommands];

/** The words that may follow `lab`. */
export const labWords: readonly string[] = [...labCommands.map(({ name }) => name), 'help'];

/** Runs the words after `lab`. */
export function runLab(context: Context, [name = 'help', ...words]: readonly string[]): Reply {
  if (name === 'help' || name === '--help' || name === '-h') return text(labHelp());
  const command = labCommands.find((each) => each.name === name);
  if (command !== undefined) return command.run(context, words);
  const [near] = nearMisses(name, labWords);
  return failed(`lab knows no ${name}.${near === undefined ? ' See: lab help' : `\nDid you mean '${near}' ?`}`);
}

function labHelp(): string {
  const lines = labCommands.flatMap(({ usage, help }) => [`    ${usage}`, `        ${help}`]);
  return ['What the simulator has beside Azure', '', ...lines].join('\n');
}
