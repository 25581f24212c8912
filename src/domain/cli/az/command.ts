import type { Argument, Given } from '../arguments.ts';
import type { Json } from '#domain/kernel/json.ts';
import type { Context, Reply } from '../reply.ts';

/** A command of `az`: what it is called, what it takes and what it does. */
export interface AzCommand {
  /** Its words after `az`. */
  readonly name: string;
  readonly help: string;
  readonly takes: readonly Argument[];
  readonly run: (context: Context, given: Given) => Reply;
  /** The row that `--output table` shows of each item, where the command has a view of its own. */
  readonly row?: (item: Json) => Json;
}

/** `--name` of what is to be made, or of what no id stands for. */
export function nameArgument(of: string): Argument {
  return { ...freeName(of), required: true };
}

/** A name that an id can stand for. */
function freeName(of: string): Argument {
  return { key: 'name', names: ['--name', '-n'], help: `Name of the ${of}.` };
}

/** The group of what is there already; a list without it is of the whole subscription. */
export const groupArgument: Argument = {
  key: 'group',
  names: ['--resource-group', '-g'],
  help: 'Name of resource group. You can configure the default group using `az configure --defaults group=<name>`.',
};

/** The group of what is to be made: the terminal's default stands for it. */
export const requiredGroup: Argument = { ...groupArgument, required: true };

export const locationArgument: Argument = {
  key: 'location',
  names: ['--location', '-l'],
  help: 'Location. Values from: `az account list-locations`. Where it is absent, the location of the resource group.',
};

export const tagsArgument: Argument = {
  key: 'tags',
  names: ['--tags'],
  help: 'Space-separated tags: key[=value] [key[=value] ...]. Use "" to clear existing tags.',
  takes: 'any',
};

export const idsArgument: Argument = {
  key: 'ids',
  names: ['--ids'],
  help: 'One or more resource IDs (space-delimited). Provide either --ids or the name and the group.',
  takes: 'some',
};

export const yesArgument: Argument = {
  key: 'yes',
  names: ['--yes', '-y'],
  help: 'Do not prompt for confirmation.',
  takes: 'flag',
};

export const noWaitArgument: Argument = {
  key: 'noWait',
  names: ['--no-wait'],
  help: 'Do not wait for the long-running operation to finish.',
  takes: 'flag',
};

/** Name, group, location and tags: what nearly every creation takes. */
export function creationArguments(of: string): readonly Argument[] {
  return [nameArgument(of), requiredGroup, locationArgument, tagsArgument];
}

/** An argument that Azure has and the simulator reads over. */
export function ignored(...names: readonly string[]): Argument {
  return { key: names[0] ?? '', names, help: 'Accepted; the simulator does nothing with it.' };
}

/** Such an argument without a value. */
export function ignoredFlag(...names: readonly string[]): Argument {
  return { ...ignored(...names), takes: 'flag' };
}

/** Such an argument with `true` or `false`, or neither. */
export function ignoredSwitch(...names: readonly string[]): Argument {
  return { ...ignored(...names), takes: 'switch' };
}

/** Name and group of a resource, or its id. */
export function named(of: string): readonly Argument[] {
  return [freeName(of), groupArgument, idsArgument];
}

/** What a command without `--yes` says where nobody can be asked (knack). */
export const noPrompt = 'Unable to prompt for confirmation as no tty available. Use --yes.';
