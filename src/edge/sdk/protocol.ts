import type { HttpRequest, HttpResponse } from '#domain/http/message.ts';
import type { Instant } from '#domain/kernel/instant.ts';
import type { ConnectionFailure } from '#domain/protocol/exchange.ts';

// What the page and the worker that runs a learner's program tell each other. Both are ours and of one build.

/** What the worker is given to run: once, for a worker is one process of one machine. */
export interface ProgramStart {
  readonly program: string;
  /** What a process sees there, `process.env`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Files that the platform mounts, by their path. */
  readonly files: Readonly<Record<string, string>>;
  /** The clock of the world: the worker has no other. */
  readonly now: Instant;
}

export type ToWorker =
  | ({ readonly type: 'start' } & ProgramStart)
  | { readonly type: 'response'; readonly id: number; readonly now: Instant; readonly response: HttpResponse }
  | { readonly type: 'failure'; readonly id: number; readonly now: Instant; readonly reason: ConnectionFailure }
  /** Time has passed as the worker asked. */
  | { readonly type: 'waited'; readonly now: Instant };

export type FromWorker =
  /** The packages that the program imports are being fetched. */
  | { readonly type: 'loading'; readonly packages: readonly string[] }
  | { readonly type: 'running' }
  | { readonly type: 'printed'; readonly level: PrintLevel; readonly text: string }
  | { readonly type: 'request'; readonly id: number; readonly request: HttpRequest }
  /** Nothing is left to do but to wait: the clock may move. */
  | { readonly type: 'wait'; readonly seconds: number }
  | { readonly type: 'ended' }
  | { readonly type: 'failed'; readonly failure: ProgramFailure };

export type PrintLevel = 'log' | 'warn' | 'error';

/** Why a program did not come to its end. */
export type ProgramFailure =
  /** An error that the program, or the SDK in it, threw and nobody caught. */
  | { readonly kind: 'thrown'; readonly error: ThrownError }
  | { readonly kind: 'unknownPackage'; readonly name: string; readonly line: number }
  | { readonly kind: 'notLoaded'; readonly message: string }
  /** It waits for a promise that nothing will settle. */
  | { readonly kind: 'stuck' };

/** An error as JavaScript has it, with what the SDKs add. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly code: string | null;
  readonly statusCode: number | null;
  /** The line of the program in which it happened; null where it is not known. */
  readonly line: number | null;
}

/** The packages that a program can import. */
export const sdkPackages = ['@azure/identity', '@azure/keyvault-secrets', '@azure/storage-blob'] as const;

export type SdkPackage = (typeof sdkPackages)[number];
