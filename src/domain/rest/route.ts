import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { HttpMethod, HttpRequest, SourcedResponse } from '#domain/http/message.ts';
import type { Json } from '#domain/kernel/json.ts';
import { percentDecode } from '#domain/kernel/percent.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import type { Read } from './read.ts';

/** What a request to Azure asks: a command, a read, or nothing that it can be asked. */
export type Parsed =
  | {
      readonly kind: 'command';
      readonly command: Command;
      /** What the same request asks for besides: all of it is done, or nothing. */
      readonly besides?: readonly Command[];
      /** What the answer shows once it is done, where that is not what the command answers; its status is the command's. */
      readonly shows?: Read;
    }
  | { readonly kind: 'read'; readonly read: Read }
  | { readonly kind: 'refused'; readonly answer: SourcedResponse };

/** Writes each command of a type as a request; null where one request cannot say it. */
export type Printers<Type extends Command['type']> = {
  readonly [Each in Type]: (state: CloudState, command: CommandOf<Each>) => HttpRequest | null;
};

/** A request as a route reads it. */
export interface Incoming {
  readonly state: CloudState;
  readonly uri: Uri;
  /** The path, decoded, without slashes at its end. */
  readonly path: string;
  /** What stands for `{name}` in the route's path, decoded. */
  readonly param: (name: string) => string;
  /** The body read as JSON; undefined where it is empty. */
  readonly body: Json | undefined;
  readonly request: HttpRequest;
}

export interface Route {
  readonly method: HttpMethod;
  readonly path: RegExp;
  readonly read: (incoming: Incoming) => Parsed;
}

/**
 * A route by its path, compared without case: `{name}` stands for one segment, `{+name}` for any number.
 * Of several routes that fit, the first is taken.
 */
export function route(method: HttpMethod, path: string, read: Route['read']): Route {
  const pattern = path
    .replace(/[.$()]/g, '\\$&')
    .replaceAll(/\{\+(\w+)\}/g, '(?<$1>.*)')
    .replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return { method, path: new RegExp(`^${pattern}$`, 'i'), read };
}

/** What a route makes of a path, or null where it is another's. */
export function paramsOf({ path }: Route, text: string): ((name: string) => string) | null {
  const groups = path.exec(text)?.groups;
  if (groups === undefined) return path.test(text) ? () => '' : null;
  return (name) => decoded(groups[name] ?? '');
}

/** A path or a part of one without its escapes; as it stands where they are none. */
export function decoded(text: string): string {
  return percentDecode(text) ?? text;
}

export function command(made: Command): Parsed {
  return { kind: 'command', command: made };
}

/** Several commands by one request; the answer shows the resource as it is after the last. */
export function commands(first: Command, besides: readonly Command[], shows: Read): Parsed {
  return besides.length === 0 ? command(first) : { kind: 'command', command: first, besides, shows };
}

export function read(asked: Read): Parsed {
  return { kind: 'read', read: asked };
}

export function refused(answer: SourcedResponse): Parsed {
  return { kind: 'refused', answer };
}
