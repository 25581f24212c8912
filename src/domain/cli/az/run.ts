import { chosen, has, one, readArguments } from '../arguments.ts';
import type { Argument, Given } from '../arguments.ts';
import { outputFormats } from '../output/format.ts';
import type { OutputFormat } from '../output/format.ts';
import type { Json } from '#domain/kernel/json.ts';
import { failed, text } from '../reply.ts';
import type { Context, Reply } from '../reply.ts';
import { nearMisses } from '../suggest.ts';
import type { AzCommand } from './command.ts';
import { globalArguments, helpText } from './help.ts';
import { commandNamed, wordsAfter } from './table.ts';

/** How the value of a command is printed. */
export interface Printing {
  readonly format: OutputFormat;
  /** A JMESPath expression, or null. */
  readonly query: string | null;
  readonly onlyErrors: boolean;
  /** The row of a table, where the command has a view of its own. */
  readonly row: ((item: Json) => Json) | null;
}

interface AzReply {
  readonly reply: Reply;
  readonly printing: Printing;
}

const plain: Printing = { format: 'json', query: null, onlyErrors: false, row: null };

/** Runs the words after `az`. */
export function runAz(context: Context, words: readonly string[]): AzReply {
  const wantsHelp = words.some((word) => word === '--help' || word === '-h');
  const first = words.findIndex((word) => word.startsWith('-'));
  const typed = first === -1 ? words : words.slice(0, first);
  const found = findCommand(typed);
  if (found === null) return { reply: withoutCommand(typed, wantsHelp), printing: plain };
  if (wantsHelp) return { reply: text(helpText(found.command.name.split(' ')) ?? ''), printing: plain };
  return runCommand(context, found.command, words.slice(found.length));
}

/** The longest command that the words begin with. */
function findCommand(words: readonly string[]): { readonly command: AzCommand; readonly length: number } | null {
  for (let length = words.length; length > 0; length -= 1) {
    const command = commandNamed(words.slice(0, length).join(' '));
    if (command !== undefined) return { command, length };
  }
  return null;
}

function runCommand(context: Context, command: AzCommand, words: readonly string[]): AzReply {
  const read = readArguments(command.name, [...command.takes.map(unlessDefault(context)), ...globalArguments], words);
  if (read.kind === 'refused') {
    return { reply: failed(`${read.message}\n\nSee: az ${command.name} --help`), printing: plain };
  }
  return {
    reply: command.run({ ...context, isRead: onlyReads(command) }, read.given),
    printing: printingOf(read.given, command),
  };
}

function onlyReads({ name }: AzCommand): boolean {
  return /(?:^| )(?:show|list|list-resources)$/.test(name);
}

/** A default of the terminal stands for an argument that is required. */
function unlessDefault({ defaults }: Context): (argument: Argument) => Argument {
  return ({ required, ...argument }) =>
    required === true && defaults[argument.key] === undefined ? { ...argument, required } : argument;
}

function printingOf(given: Given, command: AzCommand): Printing {
  return {
    format: chosen(given, 'output', outputFormats) ?? 'json',
    query: one(given, 'query'),
    onlyErrors: has(given, 'onlyShowErrors'),
    row: command.row ?? null,
  };
}

/** A group prints its help; other words are misspelt, or are not simulated (facts: control-plane §6). */
function withoutCommand(words: readonly string[], wantsHelp: boolean): Reply {
  const known = knownLength(words);
  const stranger = words[known];
  if (stranger === undefined) return text(helpText(words) ?? '');
  if (wantsHelp && known > 0) return text(helpText(words.slice(0, known)) ?? '');
  const near = nearMisses(stranger, wordsAfter(words.slice(0, known)));
  const hint = near.length === 0 ? notSimulated(words.slice(0, known)) : near.map((word) => `Did you mean '${word}' ?`);
  return failed([`'${stranger}' is misspelled or not recognized by the system.`, ...hint].join('\n'));
}

/** How many of the words lead to a command. */
function knownLength(words: readonly string[]): number {
  let known = 0;
  while (known < words.length && wordsAfter(words.slice(0, known)).includes(words[known] ?? '')) known += 1;
  return known;
}

function notSimulated(words: readonly string[]): readonly string[] {
  const name = ['az', ...words].join(' ');
  return [`It may be a command of Azure that is not simulated here: see ${name} --help`];
}
