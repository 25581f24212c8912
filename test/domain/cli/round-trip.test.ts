import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { azLine } from '#domain/cli/print.ts';
import { quoted, shellWords } from '#domain/cli/words.ts';
import type { Command } from '#domain/cloud/command.ts';
import { interpret, newSession } from '#edge/command-line/interpret.ts';
import { acting, declaring, trickyText, typedShop } from '#test/support/cli-worlds.ts';

const world = typedShop('round-trip');
const { state } = world;

/** What a line gives; the text that it prints instead where it gives nothing. */
function readBack(line: string): Command | string {
  const step = interpret(world, line, newSession);
  if (step.kind === 'text') return step.text;
  return step.commands.length === 1 ? (step.commands[0] ?? '') : step.commands.map((each) => each.type).join();
}

describe('a command as a line', () => {
  it('[CLI-60] is read back as the same command where it declares something', () => {
    fc.assert(
      fc.property(declaring(state), (command) => {
        const line = azLine(state, command);
        expect(line).not.toBeNull();
        expect({ line, command: readBack(line ?? '') }).toEqual({ line, command });
      }),
      { numRuns: 300 },
    );
  });

  it('[CLI-60] is read back as the same command where it changes something', () => {
    fc.assert(
      fc.property(acting(state), (command) => {
        const line = azLine(state, command);
        expect({ line, command: readBack(line ?? '') }).toEqual({ line, command });
      }),
      { numRuns: 300 },
    );
  });

  it('[CLI-01] keeps every word that is quoted for the shell', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(trickyText, fc.string({ minLength: 1 }), fc.constant(''))), (words) => {
        expect(shellWords(words.map(quoted).join(' '))).toEqual({ kind: 'words', words });
      }),
    );
  });
});
