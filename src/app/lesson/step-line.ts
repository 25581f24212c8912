import { terminalLine } from '#domain/cli/print/own.ts';
import type { Command } from '#domain/cloud/command.ts';
import { seek } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

/** What one would type for a command in the world as it was at this cursor; null where there are no words for it. */
export function stepLine(world: World, cursor: number, command: Command): string | null {
  return terminalLine(seek(world, cursor).state, command);
}
