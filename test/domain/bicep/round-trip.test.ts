import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBicep } from '#domain/bicep/parse.ts';
import { bicepOf } from '#domain/bicep/print.ts';
import { declaring, typedShop } from '#test/support/cli-worlds.ts';

const world = typedShop('bicep');
const { state } = world;

describe('a command as Bicep', () => {
  it('[CLI-70] is read back as the same command', () => {
    fc.assert(
      fc.property(declaring(state), (command) => {
        const text = bicepOf(state, command);
        expect(text).not.toBeNull();
        expect({ text, parsed: parseBicep(state, text ?? '') }).toEqual({
          text,
          parsed: { kind: 'commands', commands: [command] },
        });
      }),
      { numRuns: 300 },
    );
  });
});
