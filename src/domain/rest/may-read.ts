import type { Caller } from '#domain/cloud/command.ts';
import { findAnyPrincipal } from '#domain/cloud/directory.ts';
import { permits } from '#domain/cloud/guard/permits.ts';
import { authorizationFailed } from '#domain/cloud/guard/wire.ts';
import type { Rules } from '#domain/cloud/rules.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { armJson } from '#domain/arm/wire.ts';
import type { SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';

/** Somebody who reads: what is shown, and what is said where it may not be. */
export interface Reader {
  readonly may: (action: string, scope: string) => boolean;
  /** The body of one thing, or the refusal of who may not read it. */
  readonly one: (action: string, scope: string, show: () => SourcedResponse) => SourcedResponse;
  /** A list of what may be read of it. */
  readonly list: <Item>(
    items: Iterable<Item>,
    action: string,
    of: { readonly id: (item: Item) => string; readonly body: (item: Item) => unknown },
    source?: WireSource,
  ) => SourcedResponse;
}

/** Is told what a read of one thing asks for, for whoever explains the answer. */
export type Hearer = (action: string, scope: string) => void;

export function readerFor(state: CloudState, caller: Caller, hear: Hearer, rules: Rules): Reader {
  const may = (action: string, scope: string) => permits(state, caller, action, scope, rules);
  return {
    may,
    one: (action, scope, show) => {
      hear(action, scope);
      return may(action, scope) ? show() : refused(state, caller, action, scope);
    },
    list: (items, action, { id, body }, source = 'docs') => {
      const all = [...items];
      const value = all.filter((item) => may(action, id(item))).map((item) => body(item));
      return armJson(200, { value }, listSource(all, value, source));
    },
  };
}

/** That nothing is left of a list is no refusal: so much is not known (facts: tokens §7.3). */
export function listSource(all: readonly unknown[], shown: readonly unknown[], source: WireSource): WireSource {
  return all.length > 0 && shown.length === 0 ? 'unconfirmed' : source;
}

function refused(state: CloudState, caller: Caller, action: string, scope: string): SourcedResponse {
  const objectId = caller.principalId ?? '';
  const name = findAnyPrincipal(state, objectId)?.principalName ?? objectId;
  return authorizationFailed({ name, objectId }, { action, scope: scope as ResourceId, lock: null });
}
