import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { readCommand, writeEntries } from '#edge/shared-world/protocol.ts';
import { largestWorldFile, readWorldFile, writeWorldFile } from '#edge/world-file/world-file.ts';
import type { Published, SharedWorld } from '../world/shared-world.ts';
import { limitBody, tooLarge } from './guards.ts';
import type { CompanionEnv } from './guards.ts';
import { refusalResponse } from './refusal.ts';

/** Milliseconds in which what happens is sent together. */
const batch = 40;
/** Milliseconds after which a silent stream shows that it lives. */
const heartbeat = 15_000;

/** What the page is told and tells: the world as it is, each entry as it comes, its own commands. */
export function liveRoutes(world: SharedWorld): Hono<CompanionEnv> {
  const app = new Hono<CompanionEnv>();
  app.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const feed = openFeed(world);
      stream.onAbort(feed.close);
      for (;;) {
        const events = await feed.next();
        if (events === null || stream.aborted || stream.closed) return;
        for (const event of events) await stream.writeSSE(event);
        if (events.length === 0) await stream.write(': still here\n\n');
      }
    }),
  );
  app.post('/commands', limitBody, async (context) => {
    const read = readCommand(await context.req.text());
    if (!read.ok) {
      return refusalResponse({
        status: 400,
        code: 'InvalidCommand',
        message: `The command cannot be read: ${read.problem}`,
      });
    }
    const { id, command, by } = read.message;
    await world.run(() => command, by, id).kept;
    return context.json({});
  });
  app.put('/world', bodyLimit({ maxSize: largestWorldFile, onError: tooLarge }), async (context) => {
    const read = readWorldFile(await context.req.text());
    if (!read.ok) {
      const message = `This is no world that can be opened (${read.problem.kind}). The present one is as it was.`;
      return refusalResponse({ status: 400, code: 'InvalidWorld', message });
    }
    await world.replace(read.world.timeline);
    return context.json({});
  });
  return app;
}

interface Message {
  readonly event: 'world' | 'entries';
  readonly data: string;
}

interface Feed {
  /** What happened since the last time, waiting a moment for more of it; nothing after a silence; null at the end. */
  readonly next: () => Promise<readonly Message[] | null>;
  readonly close: () => void;
}

/** One reader's queue. It begins with the whole world, and begins again with it where the world was replaced. */
function openFeed(world: SharedWorld): Feed {
  let whole = true;
  let waiting: Published[] = [];
  let closed = false;
  let wake = () => {};
  const stop = world.subscribe((published) => {
    if (published.kind === 'replaced') {
      whole = true;
      waiting = [];
    } else if (!whole) waiting.push(published);
    wake();
  });
  const take = (): readonly Message[] => {
    if (whole) {
      whole = false;
      return [{ event: 'world', data: writeWorldFile(world.timeline()) }];
    }
    const taken = waiting;
    waiting = [];
    const entries = taken.flatMap((each) => (each.kind === 'entry' ? [each] : []));
    if (entries.length === 0) return [];
    const data = writeEntries({
      entries: entries.map(({ entry }) => entry),
      commandIds: entries.map(({ commandId }) => commandId),
    });
    return [{ event: 'entries', data }];
  };
  return {
    async next() {
      if (!whole && waiting.length === 0) await silence(heartbeat, (done) => (wake = done));
      if (!closed && !whole && waiting.length > 0) await silence(batch, () => {});
      return closed ? null : take();
    },
    close() {
      closed = true;
      stop();
      wake();
    },
  };
}

/** Waits so long, or until `hand` is called. */
async function silence(milliseconds: number, hand: (done: () => void) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    hand(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
