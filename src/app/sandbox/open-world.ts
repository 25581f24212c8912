import type { StarterWorld } from '#content/types.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { readWorldFile, writeWorldFile } from '#edge/world-file/world-file.ts';
import type { ReadWorld } from '#edge/world-file/world-file.ts';

export type { WorldFileProblem } from '#edge/world-file/world-file.ts';

/** A starting world of the content, set up by its script; the same ids each time. */
export function openStarter({ id, steps }: StarterWorld): World {
  return runScript(newWorld(id), steps);
}

/** An empty subscription of its own, unlike any other. */
export function emptyWorld(): World {
  return newWorld(crypto.randomUUID());
}

export async function readFile(file: File): Promise<ReadWorld> {
  return readWorldFile(await file.text());
}

/** The world as a file to be downloaded. */
export function worldFile(world: World): Blob {
  return new Blob([writeWorldFile(world.timeline)], { type: 'application/json' });
}

/** A name for that file, from what the world holds. */
export function worldFileName(world: World): string {
  const [group] = world.timeline.entries.flatMap(({ command }) =>
    command.type === 'CreateResourceGroup' ? [command.name] : [],
  );
  const name = (group ?? 'empty').replace(/[^a-zA-Z0-9-]+/g, '-');
  return `${name}.world.json`;
}
