import * as dictionary from '#domain/kernel/dictionary.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { usersOf } from '#domain/cloud/directory.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { builtInRoles } from '#domain/rbac/roles.ts';
import type { Argument } from './arguments.ts';
import { globalArguments } from './az/help.ts';
import { commandNamed, wordsAfter } from './az/table.ts';
import { labWords } from './lab/run.ts';
import { programs } from './run.ts';

const locations = ['westeurope', 'northeurope', 'eastus', 'eastus2', 'uksouth', 'swedencentral'];

/** The words that may stand in the place of the last one of a line, which may be half typed or empty. */
export function completions(state: CloudState, line: string): readonly string[] {
  const words = line.split(/\s+/);
  const last = words.at(-1) ?? '';
  const [program = '', ...before] = words.slice(0, -1);
  return wordsFor(state, program, before)
    .filter((word) => word.toLowerCase().startsWith(last.toLowerCase()) && word !== last)
    .toSorted();
}

function wordsFor(state: CloudState, program: string, before: readonly string[]): readonly string[] {
  if (program === '') return programs;
  if (program === 'lab') return before.length === 0 ? labWords : namesOf(state);
  if (program === 'curl') return ['-H', '-i', '-s', '-X', '-d', 'Metadata:true', '$IDENTITY_ENDPOINT', '$TOKEN'];
  return program === 'az' ? azWords(state, before) : [];
}

function azWords(state: CloudState, before: readonly string[]): readonly string[] {
  const first = before.findIndex((word) => word.startsWith('-'));
  const names = first === -1 ? before : before.slice(0, first);
  const command = commandNamed(names.join(' '));
  if (command === undefined) return first === -1 ? wordsAfter(names) : [];
  const known = [...command.takes, ...globalArguments];
  const asked = before.findLast((word) => word.startsWith('-'));
  const argument = known.find((each) => asked !== undefined && each.names.includes(asked));
  const values = argument === undefined || !awaits(argument, before, asked ?? '') ? [] : valuesOf(state, argument);
  return values.length > 0 ? values : [...wordsAfter(names), ...longNames(known)];
}

/** Whether a value may follow: the name was just typed, or takes several. */
function awaits({ takes = 'one' }: Argument, before: readonly string[], asked: string): boolean {
  if (takes === 'flag') return false;
  return before.at(-1) === asked || takes === 'some' || takes === 'any';
}

function longNames(known: readonly Argument[]): readonly string[] {
  return known.map(({ names }) => names.find((name) => name.startsWith('--')) ?? names[0] ?? '');
}

function valuesOf(state: CloudState, { key, choices, takes }: Argument): readonly string[] {
  if (choices !== undefined) return choices;
  if (takes === 'switch') return ['true', 'false'];
  switch (key) {
    case 'group':
    case 'to':
      return [...dictionary.values(state.arm.groups)].map(({ name }) => name);
    case 'location':
      return locations;
    case 'role':
      return builtInRoles.map(({ name }) => `"${name}"`);
    case 'scope':
    case 'ids':
    case 'id':
      return resourcesOf(state).map(({ id }) => id);
    case 'assignee':
    case 'objectId':
    case 'member':
      return [
        ...usersOf(state).map(({ userPrincipalName }) => userPrincipalName),
        ...resourcesOf(state).flatMap((each) => (each.kind === 'userAssignedIdentity' ? [each.clientId] : [])),
      ];
    default:
      return namesOf(state);
  }
}

function namesOf(state: CloudState): readonly string[] {
  return [...new Set(resourcesOf(state).map(({ name }) => name))];
}
