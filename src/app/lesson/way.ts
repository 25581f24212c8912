import { terminalLine } from '#domain/cli/print/own.ts';
import { namesIn, type Names } from '#app/sandbox/names.ts';
import type { LiveWorld } from '#content/types.ts';
import type { Command } from '#domain/cloud/command.ts';
import { dispatch } from '#domain/timeline/timeline.ts';
import { solutionOf, startOf } from './live-world.ts';

/** A step of a solution, with what is needed to say it: names as they are when it is taken. */
export interface WayStep {
  readonly command: Command;
  readonly names: Names;
  /** What one would type; null where there are no words for it, or no terminal to type them in. */
  readonly line: string | null;
}

/** The way from the start of a live world to its goal, played in the engine. */
export function wayOf(live: LiveWorld): readonly WayStep[] {
  const hasTerminal = live.offer.includes('terminal');
  let world = startOf(live);
  return solutionOf(live).map((command) => {
    const { state } = world;
    world = dispatch(world, command);
    return { command, names: namesIn(state), line: hasTerminal ? terminalLine(state, command) : null };
  });
}
