import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { owner } from '#domain/cloud/command.ts';
import { InvariantError } from '#domain/kernel/invariant.ts';
import type { World } from '#domain/timeline/timeline.ts';
import type { WorldPort } from '../world/world-port.ts';
import { joined } from './client.ts';
import type { CompanionClient, GivenCommand, Message, Sent } from './client.ts';
import { createClock } from './clock.ts';
import type { WorldClock } from './clock.ts';
import { withMishap } from './link.ts';
import type { Link } from './link.ts';
import { keepListening } from './listen.ts';
import type { Connection, Listening, Wait } from './listen.ts';
import { createOutbox } from './outbox.ts';
import { drop, give, openView, take } from './reconcile.ts';
import { onNextFrame } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import { shortened } from './shortened.ts';
import { createShown, timeIn } from './shown.ts';

/** The companion's world in the place of one of this page's own. */
export interface CompanionWorld extends WorldPort {
  readonly link: StoreApi<Link>;
  /** Tries to connect now instead of later. */
  readonly retry: () => void;
  /** Takes back the commands that wait for the connection. */
  readonly discardWaiting: () => void;
  readonly dismissMishaps: () => void;
  readonly stop: () => void;
}

export interface Surroundings {
  readonly schedule?: Schedule;
  readonly wait?: Wait;
  /** Null for a world whose time stands still between messages. */
  readonly clock?: WorldClock | null;
  readonly newId?: () => string;
}

export type OpenedWorld =
  | { readonly kind: 'opened'; readonly companion: CompanionWorld }
  /** Why it was not opened. */
  | Exclude<Connection, { kind: 'live' }>;

/** Opens the world that a companion serves; resolves when it is there, or with the reason why it is not. */
export function openCompanionWorld(client: CompanionClient, surroundings: Surroundings = {}): Promise<OpenedWorld> {
  return new Promise((resolve) => {
    let opened: SharedWorld | null = null;
    const listening = keepListening(
      client,
      {
        onMessage(message) {
          if (opened !== null) return opened.hear(message);
          if (message.kind !== 'world') return;
          opened = sharedWorld(client, message.world, surroundings, listening);
          resolve({ kind: 'opened', companion: opened.companion });
        },
        onConnection(connection) {
          if (opened !== null) return opened.connect(connection);
          if (connection.kind === 'live') return;
          listening.stop();
          resolve(connection);
        },
      },
      surroundings.wait,
    );
  });
}

/** Milliseconds in which the entry of a command that was taken has come by the stream. */
const patience = 5_000;

interface SharedWorld {
  readonly companion: CompanionWorld;
  readonly hear: (message: Message) => void;
  readonly connect: (connection: Connection) => void;
}

function sharedWorld(
  client: CompanionClient,
  first: World,
  { schedule = onNextFrame, clock = createClock(), newId = () => crypto.randomUUID() }: Surroundings,
  listening: Listening,
): SharedWorld {
  const link = createStore<Link>()(() => ({ connection: { kind: 'live' }, waiting: 0, mishaps: [] }));
  const shown = createShown(openView(shortened(first), [], timeIn(clock, first, true)), clock);
  const outbox = createOutbox(client, settle, (waiting) => link.setState({ waiting }));
  /** What was told and is not shown yet. */
  let heard: readonly Message[] = [];
  /** Commands that the companion took and whose entries are to come. */
  const taken = new Set<string>();
  /** Commands on their way while another world came: that may have them in it already. */
  const unsure = new Set<string>();
  outbox.open();

  /** Shows what was told: however much it is, it is folded and drawn once for each frame. */
  function catchUp(): void {
    const messages = heard;
    heard = [];
    try {
      for (const message of joined(messages)) tell(message);
    } catch (error) {
      if (!(error instanceof InvariantError)) throw error;
      // What does not fit shows that something was missed: the next stream begins with the whole world.
      listening.reconnect();
    }
  }

  function tell(message: Message): void {
    const { pending } = shown.view();
    if (message.kind === 'entries') {
      shown.show(
        take(shown.view(), message, (told) => timeIn(clock, told, false)),
        'command',
      );
      for (const id of message.commandIds) forget(id ?? '');
      return;
    }
    const waiting = pending.filter(({ id }) => !taken.has(id));
    taken.clear();
    for (const { id } of waiting) unsure.add(id);
    shown.show(openView(shortened(message.world), waiting, timeIn(clock, message.world, true)), 'replacement');
  }

  function settle({ id, command }: GivenCommand, sent: Sent): void {
    if (sent.kind === 'taken') {
      const isPending = shown.view().pending.some((pending) => pending.id === id);
      if (unsure.has(id)) takeBack([id]);
      else if (isPending) {
        taken.add(id);
        // What is too much for any log has an answer but no entry.
        setTimeout(() => taken.has(id) && takeBack([id]), patience);
      }
      return;
    }
    takeBack([id]);
    link.setState(withMishap(link.getState(), sent.kind === 'lost' ? { kind: 'lost', command } : { ...sent, command }));
  }

  function takeBack(ids: readonly string[]): void {
    catchUp();
    for (const id of ids) forget(id);
    shown.show(drop(shown.view(), new Set(ids), clock?.now() ?? null), 'command');
  }

  function forget(id: string): void {
    taken.delete(id);
    unsure.delete(id);
  }

  function takeBackWaiting(): readonly GivenCommand[] {
    const waiting = outbox.empty();
    takeBack(waiting.map(({ id }) => id));
    return waiting;
  }

  /** What can no longer be sent is not shown as done. */
  function giveUp(): void {
    const unsent = takeBackWaiting().map(({ command }) => ({ kind: 'unsent', command }) as const);
    link.setState(withMishap(link.getState(), ...unsent));
  }

  return {
    hear(message) {
      heard = [...heard, message];
      if (heard.length === 1) schedule(catchUp);
    },
    connect(connection) {
      link.setState({ connection });
      if (connection.kind === 'live') return outbox.open();
      outbox.close();
      if (connection.kind === 'refused') giveUp();
    },
    companion: {
      travels: false,
      link,
      current: () => shown.view().world,
      subscribe: shown.subscribe,
      dispatch(command, by = owner) {
        // Decided on everything that is known by now, in its time.
        catchUp();
        const given = { id: newId(), command, by };
        shown.show(give(shown.view(), given, clock?.now() ?? null), 'command');
        outbox.add(given);
        // Whoever gave it looks at what came of it first.
        if (link.getState().connection.kind === 'refused') schedule(giveUp);
      },
      async put(world) {
        const sent = await client.replace(world);
        if (sent.kind === 'taken') return true;
        const message = sent.kind === 'refused' ? sent.message : null;
        link.setState(withMishap(link.getState(), { kind: 'notReplaced', message }));
        return false;
      },
      retry: listening.retry,
      discardWaiting: () => void takeBackWaiting(),
      dismissMishaps: () => link.setState({ mishaps: [] }),
      stop() {
        listening.stop();
        outbox.close();
        shown.stop();
      },
    },
  };
}
