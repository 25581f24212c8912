import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { diagramOf } from './diagram.ts';
import type { ParsedDiagram, RawDiagram } from './diagram.ts';

/** Reads Mermaid. Its thread starts with the first diagram and ends with `close`. */
export interface DiagramParser {
  parse(source: string): Promise<ParsedDiagram>;
  /** May be followed by another `parse`, which starts a thread anew; what was read stays known. */
  close(): Promise<void>;
}

interface WorkerAnswer {
  readonly id: number;
  readonly type?: string;
  readonly diagram?: RawDiagram;
  readonly error?: { readonly message: string; readonly line: number };
}

interface Waiting {
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: Error) => void;
}

const workerFile = path.join(path.dirname(fileURLToPath(import.meta.url)), 'worker.mjs');

export function createDiagramParser(): DiagramParser {
  const known = new Map<string, Promise<ParsedDiagram>>();
  let thread: Thread | undefined;
  const ask = async (source: string): Promise<ParsedDiagram> => {
    if (thread === undefined || thread.ended) thread = new Thread();
    return parsedFrom(source, await thread.ask(source));
  };
  return {
    parse(source) {
      const answer = known.get(source) ?? ask(source);
      known.set(source, answer);
      return answer;
    },
    async close() {
      const ending = thread;
      thread = undefined;
      await ending?.end();
    },
  };
}

class Thread {
  readonly #worker = new Worker(workerFile);
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  ended = false;

  constructor() {
    // An idle thread keeps no build from ending.
    this.#worker.unref();
    this.#worker.on('message', (answer: WorkerAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#fail(new Error('The thread that reads Mermaid has ended')));
  }

  ask(source: string): Promise<WorkerAnswer> {
    this.#asked += 1;
    const id = this.#asked;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
      this.#worker.postMessage({ id, source });
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: WorkerAnswer): void {
    this.#waiting.get(answer.id)?.resolve(answer);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
  }

  #fail(error: Error): void {
    this.ended = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function parsedFrom(source: string, { type, diagram, error }: WorkerAnswer): ParsedDiagram {
  if (diagram !== undefined) return diagramOf(source, diagram);
  if (error !== undefined)
    return { ok: false, line: error.line, message: `Mermaid cannot read this: ${reason(error.message)}` };
  return { ok: false, line: 1, message: `only a sequenceDiagram is drawn here, and this is "${type ?? 'unknown'}"` };
}

/** Mermaid says what it expected, in up to thirty token names; long lists help nobody. */
function reason(message: string): string {
  if (message.startsWith('No diagram type'))
    return 'the first line names no kind of diagram; begin with sequenceDiagram';
  const [, expected = '', got] = /Expecting (.*), got (.*)$/s.exec(message) ?? [];
  if (got === undefined) return message.trim().split('\n').at(-1) ?? message;
  return expected.split(', ').length > 4 ? `unexpected ${got}` : `unexpected ${got}; expected ${expected}`;
}
