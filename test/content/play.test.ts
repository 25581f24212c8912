import { describe, expect, it } from 'vitest';
import type { KeyedQuestion } from '#content/build/keyed.ts';
import { loadContent } from '#content/build/load.ts';
import { examine } from '#domain/script/expectation.ts';
import { runScript } from '#domain/script/run.ts';
import type { Expectation, Step } from '#domain/script/script.ts';
import { newWorld } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';

const content = await loadContent(process.cwd());

function play(...scripts: (readonly Step[])[]): World {
  return scripts.reduce((world, script) => runScript(world, script), newWorld('content'));
}

function unmet(world: World, expectations: readonly Expectation[]): unknown[] {
  return examine(world, expectations)
    .filter(({ holds }) => !holds)
    .map(({ expectation, found }) => ({ expectation, found }));
}

/** Refusals of management commands: a world that is set up must not be refused. */
function refusals(world: World): string[] {
  return world.timeline.entries.flatMap(({ command, events }) =>
    events.flatMap((event) =>
      event.type === 'ManagementAnswered' && event.response.status >= 400
        ? [`${command.type}: ${event.response.body}`]
        : [],
    ),
  );
}

describe('scenarios', () => {
  it('are at least sixty', () => expect(content.scenarios.length).toBeGreaterThanOrEqual(60));

  it.each(content.scenarios)('$id ends as it says', ({ world: setUp, script, expect: expected }) => {
    expect(refusals(play(setUp))).toEqual([]);
    expect(unmet(play(setUp, script), expected)).toEqual([]);
  });

  it.each(content.scenarios)('$id has something to watch in each step', ({ world: setUp, script }) => {
    const start = play(setUp);
    const { timeline } = runScript(start, script);
    const kinds = timeline.entries
      .slice(start.timeline.cursor)
      .map(({ events }) => events.some(({ type }) => type === 'RequestSent' || type === 'ClockAdvanced'));
    // A step that retries is several entries.
    expect(kinds.length).toBeGreaterThanOrEqual(script.length);
    expect(kinds).not.toContain(false);
  });
});

describe('starter worlds', () => {
  it('are at least three', () => expect(content.worlds.length).toBeGreaterThanOrEqual(3));

  it.each(content.worlds)('$id is set up without a refusal', ({ steps }) => {
    expect(refusals(play(steps))).toEqual([]);
  });
});

const liveWorlds = content.lessons.flatMap(({ blocks }) =>
  blocks.flatMap((block) => (block.type === 'world' ? [block.world] : [])),
);

describe('live worlds of the lessons', () => {
  it('are there, one a lesson at least', () => {
    expect(liveWorlds.length).toBeGreaterThanOrEqual(content.lessons.length);
  });

  it.each(liveWorlds)('$id is open at the start and reached by its solution', (live) => {
    expect(refusals(play(live.start))).toEqual([]);
    expect(unmet(play(live.start), live.goal)).not.toEqual([]);
    expect(unmet(play(live.start, live.solution), live.goal)).toEqual([]);
  });
});

const questions: readonly KeyedQuestion[] = [
  ...content.quizzes.flatMap((quiz) => quiz.questions),
  ...content.lessons.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'check' || block.type === 'predict' ? [block.question] : [])),
  ),
];
const proven = questions.flatMap(({ id, answer }) => (answer.kind === 'proof' ? [{ id, ...answer }] : []));

describe('keys of the questions', () => {
  it('are proven in the engine for most questions', () => {
    expect(questions.length).toBeGreaterThanOrEqual(24);
    expect(proven.length).toBeGreaterThan(questions.length / 2);
  });

  it.each(proven)('$id is right', ({ script, expect: expected }) => {
    expect(expected.length).toBeGreaterThan(0);
    expect(unmet(play(script), expected)).toEqual([]);
  });
});
