import { createParser } from 'eventsource-parser';
import { readEntries, writeCommand } from '#edge/shared-world/protocol.ts';
import { readWorldFile, writeWorldFile } from '#edge/world-file/world-file.ts';
import type { CompanionClient, Message, Sent } from './client.ts';

/** Milliseconds without a byte after which a stream is taken for dead; the companion shows every 15 seconds that it lives. */
const longestSilence = 45_000;

/** The companion that serves this page, asked with its secret. */
export function httpClient(secret: string, ask: typeof fetch = (...args) => fetch(...args)): CompanionClient {
  const headers = { Authorization: `Bearer ${secret}` };
  const put = async (address: string, method: 'POST' | 'PUT', body: string): Promise<Sent> => {
    try {
      const response = await ask(address, {
        method,
        headers: { ...headers, 'Content-Type': 'application/json' },
        body,
      });
      return response.ok ? { kind: 'taken' } : { kind: 'refused', ...(await errorOf(response)) };
    } catch {
      return { kind: 'lost' };
    }
  };
  return {
    // An EventSource could not show the secret.
    async listen(onMessage, signal) {
      const silence = watchSilence(signal);
      try {
        const response = await ask('/companion/events', {
          headers: { ...headers, Accept: 'text/event-stream' },
          cache: 'no-store',
          signal: silence.signal,
        });
        if (isRefusal(response)) {
          const { message } = await errorOf(response);
          return { kind: 'refused', status: response.status, message };
        }
        if (response.ok && response.body !== null) await read(response.body, onMessage, silence.heard);
        return { kind: 'lost' };
      } catch {
        return { kind: 'lost' };
      } finally {
        silence.stop();
      }
    },
    send: (given) => put('/companion/commands', 'POST', writeCommand(given)),
    replace: ({ timeline }) => put('/companion/world', 'PUT', writeWorldFile(timeline)),
  };
}

/** What is out of order for a moment is asked again; what does not let us in is not. */
function isRefusal({ status }: Response): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}

/** Reads the stream to its end. Throws where it breaks off, or says what cannot be read: a new stream begins with everything. */
async function read(
  body: ReadableStream<Uint8Array>,
  onMessage: (message: Message) => void,
  heard: () => void,
): Promise<void> {
  const parser = createParser({ onEvent: ({ event, data }) => onMessage(messageOf(event, data)) });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      heard();
      parser.feed(decoder.decode(chunk.value, { stream: true }));
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function messageOf(event: string | undefined, data: string): Message {
  if (event === 'world') {
    const file = readWorldFile(data);
    if (file.ok) return { kind: 'world', world: file.world };
  }
  if (event === 'entries') {
    const read = readEntries(data);
    if (read.ok) return { kind: 'entries', ...read.message };
  }
  throw new Error(`The companion said what cannot be read (${event ?? 'no event'}).`);
}

/** What stands in an error's body, as Azure and the companion write it. */
async function errorOf(response: Response): Promise<{ readonly code: string; readonly message: string }> {
  const fallback = { code: `${response.status}`, message: response.statusText };
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== 'object' || body === null || !('error' in body)) return fallback;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return fallback;
  return { code: String(error.code), message: String(error.message) };
}

interface Silence {
  readonly signal: AbortSignal;
  readonly heard: () => void;
  readonly stop: () => void;
}

/** A signal that aborts with the given one, or when nothing was heard for too long. */
function watchSilence(outer: AbortSignal): Silence {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let timer = setTimeout(abort, longestSilence);
  outer.addEventListener('abort', abort);
  if (outer.aborted) abort();
  return {
    signal: controller.signal,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(abort, longestSilence);
    },
    stop() {
      clearTimeout(timer);
      outer.removeEventListener('abort', abort);
    },
  };
}
