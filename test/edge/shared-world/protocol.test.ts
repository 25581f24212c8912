import { describe, expect, it } from 'vitest';
import { owner } from '#domain/cloud/command.ts';
import { runScript } from '#domain/script/run.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import { machineClock, readCommand, readEntries, writeCommand, writeEntries } from '#edge/shared-world/protocol.ts';
import type { CommandMessage } from '#edge/shared-world/protocol.ts';
import { largestWorldFile, mostEntries } from '#edge/world-file/world-file.ts';
import { worldsOfEveryKind } from '../every-kind-of-event.ts';

const command: CommandMessage = {
  id: '7',
  command: { type: 'CreateResourceGroup', name: 'rg-shop', location: 'westeurope' },
  by: owner,
};
const { entries } = runScript(newWorld('shared'), [{ do: 'create-group', name: 'rg-shop' }]).timeline;

describe('a command of a page', () => {
  it('is read as it was written', () => {
    expect(readCommand(writeCommand(command))).toEqual({ ok: true, message: command });
    expect(readCommand(writeCommand({ ...command, by: machineClock }))).toMatchObject({ ok: true });
  });

  it.each([
    ['no JSON', '{"id":'],
    ['no object', '[]'],
    ['no id', JSON.stringify({ ...command, id: undefined })],
    ['an empty id', JSON.stringify({ ...command, id: '' })],
    ['an id without end', JSON.stringify({ ...command, id: 'x'.repeat(101) })],
    ['nobody', JSON.stringify({ ...command, by: undefined })],
    ['a caller of another kind', JSON.stringify({ ...command, by: { kind: 'system', displayName: 'x' } })],
    ['an unknown command', JSON.stringify({ ...command, command: { type: 'Explode' } })],
    ['a field of another type', JSON.stringify({ ...command, command: { ...command.command, name: 7 } })],
    ['brackets without end', '['.repeat(1_000_000)],
    ['more than a world', ' '.repeat(largestWorldFile + 1)],
  ])('is refused: %s', (_case, text) => {
    const read = readCommand(text);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.problem).not.toBe('');
  });

  it('names the field that is wrong', () => {
    const text = JSON.stringify({ ...command, command: { ...command.command, name: 7 } });
    expect(readCommand(text)).toMatchObject({ problem: expect.stringContaining('command.name') });
  });
});

describe('entries of a companion', () => {
  it('are read as they were written, of every kind', () => {
    for (const { timeline } of worldsOfEveryKind()) {
      const message = {
        entries: timeline.entries,
        commandIds: timeline.entries.map((_, at) => (at === 0 ? 'a' : null)),
      };
      expect(readEntries(writeEntries(message))).toEqual({ ok: true, message });
    }
  });

  it.each([
    ['an event that is none', [{ ...entries[0], events: [{ type: 'GroupExploded' }] }], [null]],
    ['an id too few', entries, []],
    ['an id too many', entries, [null, null]],
    ['an id that is none', entries, [7]],
    ['more entries than a world has', Array.from({ length: mostEntries + 1 }, () => entries[0]), []],
  ])('are refused: %s', (_case, given, commandIds) => {
    expect(readEntries(JSON.stringify({ entries: given, commandIds })).ok).toBe(false);
  });
});
