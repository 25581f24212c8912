import { describe, expect, it } from 'vitest';
import { playScene } from '#app/flow/play-scene.ts';
import { protocolOf } from '#app/flow/protocol.ts';
import { loadScenario, scenarios } from '#content/collections.ts';
import { httpText } from '#ui/kit/http-parts.ts';
import { requestMessage, responseMessage } from '#ui/subject/http-message.ts';
import { partWords } from '#words/flow/parts.ts';

describe('every part of every message', () => {
  it.each(scenarios)('of $id is explained', async ({ id }) => {
    const unexplained: string[] = [];
    let parts = 0;
    for (const step of playScene(await loadScenario(id)).steps) {
      if (step.kind !== 'message') continue;
      const { request, response } = step;
      const protocol = protocolOf(request);
      const messages = [
        ['request', requestMessage(request)] as const,
        ...(response === null ? [] : [['response', responseMessage(response, request)] as const]),
      ];
      for (const [side, message] of messages) {
        for (const part of httpText(message).parts) {
          parts += 1;
          if (partWords(protocol, side, part) === null)
            unexplained.push(`${protocol} ${side} ${part.kind} ${part.name}`);
        }
      }
    }
    expect(parts).toBeGreaterThan(0);
    expect([...new Set(unexplained)]).toEqual([]);
  });
});

it('the same header means another thing to another service', () => {
  const header = { kind: 'header', name: 'Authorization', value: '' };
  expect(partWords('cosmos', 'request', header)?.means).not.toBe(partWords('keyVault', 'request', header)?.means);
});

it('what no service reads is not explained away', () => {
  expect(partWords('imds', 'request', { kind: 'header', name: 'X-Mine', value: '1' })).toBeNull();
});
