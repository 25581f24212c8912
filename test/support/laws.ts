import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { checkpoint } from '#domain/cloud/checkpoint.ts';
import { decide } from '#domain/cloud/decide.ts';
import { findAnyPrincipal } from '#domain/cloud/directory.ts';
import type { CloudEvent } from '#domain/cloud/event.ts';
import { fold } from '#domain/cloud/evolve.ts';
import { moments } from '#domain/cloud/moments.ts';
import type { Moment } from '#domain/cloud/moments.ts';
import { newCloud } from '#domain/cloud/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { PrincipalId, TokenId } from '#domain/kernel/brand.ts';
import { hops } from '#domain/protocol/hops.ts';
import { openWorld, past, seek } from '#domain/timeline/timeline.ts';
import type { Timeline, World } from '#domain/timeline/timeline.ts';
import { naiveMoments } from './naive-moments.ts';

/**
 * What holds in every world whatever was done in it. `run` proves it for every engine test:
 * the same commands give the same events and change no input; the log folds to the state, also as JSON;
 * there and back changes nothing; a checkpoint folds to the same state; the calendar is what a look at the whole world
 * finds due; nobody dead is given a token; no request
 * stays without an answer.
 */
export function proveLaws(world: World): void {
  const { timeline, state } = world;
  expectSame('the log gives the state again', replay(timeline), state);
  expectSame('the log survives JSON', openWorld(throughJson(timeline)).state, state);
  const back = seek(seek(world, 0), timeline.cursor);
  expectSame('going to the start and back changes nothing', back, world);
  expectSame('the calendar holds what is due', inOrder(moments(state)), inOrder(naiveMoments(state)));
  const start = newCloud(timeline.seed);
  expectSame('a checkpoint gives the state', fold(start, throughJson(checkpoint(state))), state);
}

function inOrder(due: readonly Moment[]): readonly string[] {
  return due
    .map((moment) => JSON.stringify([moment.at, Object.entries(moment.event).toSorted(([a], [b]) => (a < b ? -1 : 1))]))
    .toSorted();
}

/** Gives every command again to a frozen state: whatever `decide` or `evolve` tried to change would throw. */
function replay(timeline: Timeline): CloudState {
  const oids = new Map<TokenId, PrincipalId>();
  let state = deepFreeze(newCloud(timeline.seed));
  for (const { by, command, events } of past(timeline)) {
    expectSame(`${command.type} happens the same way again`, decide(state, deepFreeze(command), by), events);
    expectNoTokenForTheDead(state, events, oids);
    expectEveryRequestClosed(events);
    state = deepFreeze(fold(state, deepFreeze(events)));
  }
  return state;
}

function expectNoTokenForTheDead(
  state: CloudState,
  events: readonly CloudEvent[],
  oids: Map<TokenId, PrincipalId>,
): void {
  for (const event of events) {
    if (event.type === 'TokenIssued') oids.set(event.tokenId, event.claims.oid);
    const isGranted = event.type === 'TokenIssued' || event.type === 'ResponseReturned';
    if (!isGranted || event.tokenId === null) continue;
    const oid = oids.get(event.tokenId) ?? '';
    const isAlive = findAnyPrincipal(state, oid) !== undefined;
    expect({ token: event.tokenId, oid, isAlive }).toMatchObject({ isAlive: true });
  }
}

function expectEveryRequestClosed(events: readonly CloudEvent[]): void {
  const drawn = hops(events);
  expect(drawn.filter(({ kind }) => kind === 'request')).toHaveLength(drawn.length / 2);
}

/** `expect` explains a difference; the first comparison is much faster where there is none. */
export function expectSame(law: string, actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, law).toStrictEqual(expected);
}

function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** Freezes what is reachable. What is frozen already was frozen whole: states share most of their parts. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
