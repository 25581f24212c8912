import type { SourcedResponse, WireSource } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import { instant } from '#domain/kernel/instant.ts';
import { readError } from './read-error.ts';

/** Who says it. */
export type ErrorSource =
  | 'imds'
  | 'appService'
  | 'entra'
  | 'arm'
  | 'rbac'
  | 'keyVault'
  | 'storage'
  | 'sql'
  | 'cosmos'
  | 'messaging'
  | 'graph'
  | 'easyAuth'
  | 'platform'
  | 'sdk';

export interface ErrorEntry<Id extends string = string> {
  /** Its anchor on the page, and the key of its words. */
  readonly id: Id;
  readonly from: ErrorSource;
  /** Null for what is no answer: what an SDK throws, what a platform shows. */
  readonly status: number | null;
  readonly code: string;
  /** The words on the wire; `{…}` stands for what differs. */
  readonly text: string;
  readonly source: WireSource;
  /** The rule of SPEC.md that says when. */
  readonly rule: string;
}

type Answers = Readonly<Record<string, readonly [rule: string, answer: SourcedResponse]>>;

/** Entries for answers of one service, made by the functions that answer in the engine. */
export function entriesOf<const Given extends Answers>(
  from: ErrorSource,
  answers: Given,
): readonly ErrorEntry<keyof Given & string>[] {
  return Object.entries(answers).map(([id, [rule, { response, source }]]) => ({
    id,
    from,
    ...readError(response),
    source,
    rule,
  }));
}

/** What stands for a value that differs from answer to answer: the type is the engine's, the text is for readers. */
export function any<Value>(name: string): Value {
  return `{${name}}` as Value;
}

/** Times are taken out of the words again. */
export const someTime: Instant = instant(0);
