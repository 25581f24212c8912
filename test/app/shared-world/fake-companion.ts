import type { CompanionClient, Ended, GivenCommand, Message, Sent } from '#app/shared-world/client.ts';
import type { Caller, Command } from '#domain/cloud/command.ts';
import { owner } from '#domain/cloud/command.ts';
import { dispatch, newWorld } from '#domain/timeline/timeline.ts';
import type { Entry, World } from '#domain/timeline/timeline.ts';

interface Listener {
  readonly onMessage: (message: Message) => void;
  readonly end: (ended: Ended) => void;
}

/** A companion in the memory of a test: it decides at once, and what it says arrives when the test says so. */
export function fakeCompanion(first: World = newWorld('shared')) {
  let world = first;
  let listener: Listener | null = null;
  let lets: 'in' | Ended = 'in';
  let stream: Message[] = [];
  const answers: (() => void)[] = [];
  let answer: (given: GivenCommand) => Sent = () => ({ kind: 'taken' });

  function run(command: Command, by: Caller, id: string | null): void {
    world = dispatch(world, command, by);
    const entry = world.timeline.entries.at(-1);
    if (entry !== undefined) stream.push({ kind: 'entries', entries: [entry], commandIds: [id] });
  }

  const client: CompanionClient = {
    listen: (onMessage, signal) =>
      new Promise((resolve) => {
        if (lets !== 'in') return resolve(lets);
        listener = { onMessage, end: resolve };
        signal.addEventListener('abort', () => resolve({ kind: 'lost' }));
        stream = [{ kind: 'world', world }];
      }),
    send: (given) =>
      new Promise((resolve) => {
        const sent = answer(given);
        if (sent.kind === 'taken') run(given.command, given.by, given.id);
        answers.push(() => resolve(sent));
      }),
    replace: async (next) => {
      const sent = answer({ id: 'world', command: { type: 'AdvanceClock', seconds: 0 }, by: owner });
      if (sent.kind === 'taken') {
        world = next;
        stream = [{ kind: 'world', world }];
      }
      return sent;
    },
  };

  /** The next message of the stream arrives; false where there is none. */
  const tells = (): boolean => {
    const message = stream.shift();
    if (message !== undefined) listener?.onMessage(message);
    return message !== undefined;
  };
  /** The next command that was sent gets its answer; false where there is none. */
  const replies = async (): Promise<boolean> => {
    const reply = answers.shift();
    reply?.();
    await settled();
    return reply !== undefined;
  };

  return {
    client,
    tells,
    replies,
    world: () => world,
    /** Somebody else does something. */
    does: (command: Command, by: Caller = owner) => run(command, by, null),
    /** Says what never happened. */
    slips: (entries: readonly Entry[]) => {
      listener?.onMessage({ kind: 'entries', entries, commandIds: entries.map(() => null) });
    },
    /** Commands are answered so from now on. */
    answers: (how: (given: GivenCommand) => Sent) => (answer = how),
    /** Everything that is under way arrives. */
    comesToRest: async (): Promise<void> => {
      let isMoving = true;
      while (isMoving) {
        await settled();
        const told = tells();
        isMoving = (await replies()) || told;
      }
    },
    /** The connection ends; until `letsIn` nobody is let in again. */
    ends: async (how: Ended): Promise<void> => {
      lets = how;
      listener?.end(how);
      listener = null;
      await settled();
    },
    letsIn: () => (lets = 'in'),
  };
}

/** Whatever waits for nothing but promises has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}
