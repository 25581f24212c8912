import { stepLine } from '#app/lesson/step-line.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import type { Command } from '#domain/cloud/command.ts';
import { Code } from '#ui/kit/Code.tsx';

interface StepLineProps {
  readonly command: Command;
  /** Where in the timeline the command stands, or will. */
  readonly cursor: number;
}

/** A step of a solution as it is typed in the terminal. */
export function StepLine({ command, cursor }: StepLineProps) {
  const world = useWorld((store) => store.world);
  const line = stepLine(world, cursor, command);
  return line === null ? null : <Code>{line}</Code>;
}
