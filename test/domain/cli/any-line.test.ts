import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Argument } from '#domain/cli/arguments.ts';
import { globalArguments, helpText } from '#domain/cli/az/help.ts';
import { azCommands, commandNamed, wordsAfter } from '#domain/cli/az/table.ts';
import { callerOf } from '#domain/cli/lab/place.ts';
import { labCommands } from '#domain/cli/lab/run.ts';
import { quoted } from '#domain/cli/words.ts';
import { resourcesOf } from '#domain/cloud/queries.ts';
import { complete, newSession } from '#edge/command-line/interpret.ts';
import type { Session } from '#edge/command-line/interpret.ts';
import { trickyText, typedShop } from '#test/support/cli-worlds.ts';
import { type } from '#test/support/terminal.ts';

const world = typedShop('any-line');
const { state } = world;
const names = resourcesOf(state).map(({ name }) => name);
const ids = resourcesOf(state).map(({ id }) => id);
const sessions: readonly Session[] = [
  newSession,
  { ...newSession, caller: callerOf(state, 'Anna') ?? newSession.caller },
  { ...newSession, at: { kind: 'host', resourceId: ids[0] ?? newSession.at.kind } as Session['at'] },
  { ...newSession, defaults: { group: 'rg-shop', location: 'westeurope' } },
];

const value = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names) },
  { weight: 3, arbitrary: fc.constantFrom(...ids) },
  { weight: 3, arbitrary: fc.constantFrom('rg-shop', 'rg-other', 'Reader', '[system]', 'A=1', 'true', '/', '*', '') },
  { weight: 1, arbitrary: trickyText },
);

function given(argument: Argument): fc.Arbitrary<readonly string[]> {
  const { takes = 'one', choices } = argument;
  const one = choices === undefined ? value : fc.oneof(fc.constantFrom(...choices), value);
  const values = { flag: [0, 0], one: [1, 1], some: [1, 3], any: [0, 3], switch: [0, 1] }[takes];
  const [minLength = 0, maxLength = 0] = values;
  return fc
    .tuple(fc.constantFrom(...argument.names), fc.array(one, { minLength, maxLength }))
    .map(([name, typed]) => [name, ...typed]);
}

/** A line of a command with what it requires and some of the rest. */
const azWords = fc
  .constantFrom(...azCommands)
  .chain((command) =>
    fc
      .tuple(
        ...command.takes.map((argument) =>
          argument.required === true || argument.key === 'group' || argument.key === 'name'
            ? given(argument)
            : fc.option(given(argument), { nil: [], freq: 1 }),
        ),
      )
      .map((words) => ['az', ...command.name.split(' '), ...words.flat()]),
  );

const labWordsOf = fc
  .constantFrom(...labCommands)
  .chain(({ name }) => fc.array(value, { maxLength: 4 }).map((words) => ['lab', name, ...words]));

describe('any line', () => {
  it('[CLI-09] is answered: nothing that is typed breaks the terminal', () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 8, arbitrary: azWords }, labWordsOf),
        fc.constantFrom(...sessions),
        (words, session) => {
          const typed = type(world, words.map(quoted).join(' '), session);
          expect(typeof typed.text).toBe('string');
          if (typed.isError) expect(typed.text).not.toBe('');
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('[CLI-09] of any words is answered, and can be completed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(trickyText, fc.string(), fc.constantFrom('az', 'vm', 'curl', 'lab', '-g', '--')), {
          maxLength: 6,
        }),
        (words) => {
          const line = words.join(' ');
          expect(typeof type(world, line).text).toBe('string');
          expect(complete(state, line)).toBeInstanceOf(Array);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the table of commands', () => {
  it('has more than a hundred of them, each of its own name', () => {
    expect(azCommands.length).toBeGreaterThan(100);
    expect(new Set(azCommands.map(({ name }) => name)).size).toBe(azCommands.length);
  });

  it.each(azCommands.map(({ name }) => name))('[CLI-08] az %s has help', (name) => {
    const text = helpText(name.split(' ')) ?? '';
    expect(text).toContain(`    az ${name} : `);
    for (const { names } of [...(commandNamed(name)?.takes ?? []), ...globalArguments])
      expect(text).toContain(names.join(' '));
  });

  it.each(azCommands)('az $name takes each argument by names of its own', ({ takes }) => {
    const all = [...takes, ...globalArguments].flatMap((argument) => argument.names);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
    const keys = takes.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(azCommands.map(({ name }) => [name] as const))('[CLI-55] az %s is found word by word', (name) => {
    const words = name.split(' ');
    for (const [index, word] of words.entries()) expect(wordsAfter(words.slice(0, index))).toContain(word);
  });

  it.each(azCommands.filter(({ takes }) => takes.some(({ required }) => required === true)))(
    '[CLI-03] az $name names what it requires',
    ({ name, takes }) => {
      const typed = type(world, `az ${name}`);
      const missing = takes.filter(({ required }) => required === true).map((argument) => argument.names.join('/'));
      expect(typed).toMatchObject({
        isError: true,
        commands: [],
        text: `the following arguments are required: ${missing.join(', ')}\n\nSee: az ${name} --help`,
      });
    },
  );
});
