import type { Context, Reply } from '../reply.ts';

/** A command of the simulator's own. */
export interface LabCommand {
  readonly name: string;
  readonly usage: string;
  readonly help: string;
  readonly run: (context: Context, words: readonly string[]) => Reply;
}
