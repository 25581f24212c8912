import { describe, expect, it } from 'vitest';
import { goalOf, lastOutcome, openLiveWorld, solutionOf } from '#app/lesson/live-world.ts';
import { offerGroups, type OfferGroup } from '#app/lesson/offers.ts';
import { stepLine } from '#app/lesson/step-line.ts';
import { loadLesson } from '#content/catalogue.ts';
import { lessons } from '#content/course.ts';
import { liveWords } from '#words/lesson/live.ts';

const all = await Promise.all(lessons.map(({ id }) => loadLesson(id)));
const live = all.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'world' ? [block.world] : [])));

const groupOf: Readonly<Partial<Record<string, OfferGroup>>> = {
  create: 'create',
  'enable-system-assigned': 'identity',
  'disable-system-assigned': 'identity',
  attach: 'identity',
  'assign-role': 'role',
  'request-token': 'token',
  call: 'call',
  delete: 'delete',
  advance: 'time',
};

describe.each(live)('$id', (world) => {
  it('its solution, played command by command, reaches the goal', () => {
    const store = openLiveWorld(world);
    expect(goalOf(store.getState().world, world).reached).toBe(false);
    const commands = solutionOf(world);
    expect(commands).toHaveLength(world.solution.length);
    for (const command of commands) store.getState().dispatch(command);
    expect(goalOf(store.getState().world, world).findings.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('offers what the solution needs, and says every goal in words', () => {
    const groups = offerGroups(world.offer);
    // What has no form here is typed.
    const needed = world.solution.map((step) => groupOf[step.do] ?? 'terminal');
    const isTyped = groups.includes('terminal');
    expect(needed.filter((group) => !isTyped && !groups.includes(group))).toEqual([]);
    const { findings } = goalOf(openLiveWorld(world).getState().world, world);
    for (const { expectation, found } of findings) {
      const words = liveWords.goalInWords(expectation, found);
      expect(words.wanted).not.toBe('');
      expect(words.wanted).not.toMatch(/undefined|\[object/);
    }
  });
});

describe.each(live.filter(({ offer }) => offer.includes('terminal')))('$id in the terminal', (world) => {
  it('has a line to type for each step of its solution', () => {
    const store = openLiveWorld(world);
    const lines = solutionOf(world).map((command) => {
      const { world: now } = store.getState();
      store.getState().dispatch(command);
      return stepLine(now, now.timeline.cursor, command);
    });
    expect(lines).not.toContain(null);
  });
});

describe('what came back last', () => {
  const deletion = live.find(({ id }) => id === 'delete-and-look-behind');
  if (deletion === undefined) throw new Error('The lesson on deletion has no live world.');

  it('is nothing at the start, whatever the start did', () => {
    const { world } = openLiveWorld(deletion).getState();
    expect(lastOutcome(world, world.timeline.cursor)).toBeNull();
  });

  it('is a deletion until something is asked for, then the answer', () => {
    const store = openLiveWorld(deletion);
    const start = store.getState().world.timeline.cursor;
    const kinds = solutionOf(deletion).map((command) => {
      store.getState().dispatch(command);
      return lastOutcome(store.getState().world, start)?.kind;
    });
    expect(kinds).toEqual(['deletion', 'deletion', 'request', 'request']);
  });
});
