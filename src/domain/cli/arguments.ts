import { nearMisses } from './suggest.ts';

/** How many values follow an argument: one, one or more, any number, none, or an optional true or false. */
export type Takes = 'one' | 'some' | 'any' | 'flag' | 'switch';

/** An argument of a command, as its help lists it. */
export interface Argument {
  readonly key: string;
  readonly names: readonly string[];
  readonly help: string;
  readonly required?: true;
  readonly takes?: Takes;
  readonly choices?: readonly string[];
  readonly fallback?: string;
}

/** The arguments that were given, by key. */
export interface Given {
  readonly values: ReadonlyMap<string, readonly string[]>;
}

type ReadArguments =
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the words after a command's name, in the words of Python's argparse where it refuses (facts: control-plane §6). */
export function readArguments(command: string, known: readonly Argument[], words: readonly string[]): ReadArguments {
  const values = new Map<string, readonly string[]>();
  const strangers: string[] = [];
  for (let index = 0; index < words.length;) {
    const [name, inline] = splitWord(words[index] ?? '');
    const argument = known.find(({ names }) => names.includes(name));
    index += 1;
    if (argument === undefined) {
      strangers.push(words[index - 1] ?? '');
      continue;
    }
    const taken = takeValues(argument, inline, words.slice(index));
    index += taken.read;
    const problem = taken.problem ?? wrongChoice(command, argument, taken.values);
    if (problem !== null) return refused(problem);
    values.set(argument.key, taken.values);
  }
  return complete(known, values, strangers);
}

function complete(
  known: readonly Argument[],
  values: Map<string, readonly string[]>,
  strangers: readonly string[],
): ReadArguments {
  const missing = known.filter(({ required, key }) => required === true && !values.has(key));
  if (missing.length > 0) {
    return refused(`the following arguments are required: ${missing.map(({ names }) => names.join('/')).join(', ')}`);
  }
  if (strangers.length > 0) return refused(`unrecognized arguments: ${strangers.join(' ')}${meant(known, strangers)}`);
  return { kind: 'given', given: { values } };
}

function meant(known: readonly Argument[], strangers: readonly string[]): string {
  const stranger = strangers.find((word) => word.startsWith('--'));
  if (stranger === undefined) return '';
  const [near] = nearMisses(
    splitWord(stranger)[0] ?? '',
    known.flatMap(({ names }) => names),
  );
  return near === undefined ? '' : `\nDid you mean '${near}' ?`;
}

function refused(message: string): ReadArguments {
  return { kind: 'refused', message };
}

/** `--name=value` is one word; a value that begins with a dash is only given that way. */
function splitWord(word: string): readonly [string, string?] {
  const equals = word.indexOf('=');
  return word.startsWith('--') && equals > 0 ? [word.slice(0, equals), word.slice(equals + 1)] : [word];
}

interface Taken {
  readonly values: readonly string[];
  readonly read: number;
  readonly problem: string | null;
}

function takeValues(argument: Argument, inline: string | undefined, rest: readonly string[]): Taken {
  const { takes = 'one', names } = argument;
  if (inline !== undefined) return { values: [inline], read: 0, problem: null };
  const next = rest.findIndex(isName);
  const free = next === -1 ? rest : rest.slice(0, next);
  const label = `argument ${names.join('/')}`;
  switch (takes) {
    case 'flag':
      return { values: [], read: 0, problem: null };
    case 'switch': {
      const [value] = free;
      const isSwitch = value !== undefined && /^(?:true|false)$/i.test(value);
      return { values: [isSwitch ? value.toLowerCase() : 'true'], read: isSwitch ? 1 : 0, problem: null };
    }
    case 'one': {
      const [value] = free;
      const problem = value === undefined ? `${label}: expected one argument` : null;
      return { values: value === undefined ? [] : [value], read: 1, problem };
    }
    default: {
      const problem = takes === 'some' && free.length === 0 ? `${label}: expected at least one argument` : null;
      return { values: free, read: free.length, problem };
    }
  }
}

/** `-1` is a value, and so is a lone dash. */
function isName(word: string): boolean {
  return /^--?[A-Za-z]/.test(word);
}

function wrongChoice(command: string, argument: Argument, values: readonly string[]): string | null {
  const { choices, names } = argument;
  if (choices === undefined) return null;
  const wrong = values.find((value) => !choices.some((choice) => choice.toLowerCase() === value.toLowerCase()));
  if (wrong === undefined) return null;
  const [near] = nearMisses(wrong, choices);
  const hint = near === undefined ? '' : `\nDid you mean '${near}' ?`;
  const name = names[0] ?? '';
  return `az ${command}: '${wrong}' is not a valid value for '${name}'. Allowed values: ${choices.join(', ')}.${hint}`;
}

/** Whether an argument was given, with or without a value. */
export function has({ values }: Given, key: string): boolean {
  return values.has(key);
}

/** The value of an argument, or null where it was not given. */
export function one({ values }: Given, key: string): string | null {
  return values.get(key)?.[0] ?? null;
}

/** The value of an argument that its command requires. */
export function need(given: Given, key: string): string {
  return one(given, key) ?? '';
}

/** All values of an argument; none where it was not given. */
export function some({ values }: Given, key: string): readonly string[] {
  return values.get(key) ?? [];
}

/** Whether a switch is on; null where it was not given. */
export function isOn(given: Given, key: string): boolean | null {
  return has(given, key) ? one(given, key) === 'true' : null;
}

/** The choice in the spelling of the list, however it was typed. */
export function chosen<Choice extends string>(given: Given, key: string, choices: readonly Choice[]): Choice | null {
  const typed = one(given, key)?.toLowerCase();
  return choices.find((choice) => choice.toLowerCase() === typed) ?? null;
}
