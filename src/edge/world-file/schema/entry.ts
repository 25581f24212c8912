import * as v from 'valibot';
import type { Caller } from '#domain/cloud/command.ts';
import type { Entry } from '#domain/timeline/timeline.ts';
import { command } from './command.ts';
import { event } from './event.ts';
import { name, principalId } from './primitives.ts';

export const caller: v.GenericSchema<unknown, Caller> = v.object({
  kind: v.literal('user'),
  displayName: name,
  principalId: v.exactOptional(principalId),
});

/** One entry of a log of format 1. */
export const entry: v.GenericSchema<unknown, Entry> = v.object({ by: caller, command, events: v.array(event) });
