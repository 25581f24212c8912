import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { together } from '../../../src/companion/http/together.ts';

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('requests that come in together', () => {
  it('are answered in their order, by the listener of each, once all are in', async () => {
    const seen: string[] = [];
    const named = (name: string): RequestListener =>
      together((incoming) => void seen.push(`${name} ${incoming.url ?? ''}`));
    const [one, other] = [named('one'), named('other')];
    const send = (listener: RequestListener, url: string) => listener({ url } as IncomingMessage, {} as ServerResponse);
    send(one, '/1');
    send(other, '/2');
    send(one, '/3');
    expect(seen).toEqual([]);
    await nextTurn();
    expect(seen).toEqual(['one /1', 'other /2', 'one /3']);
    send(other, '/4');
    await nextTurn();
    expect(seen.at(-1)).toBe('other /4');
    expect(seen).toHaveLength(4);
  });
});
