import { describe, expect, it } from 'vitest';
import { playScene } from '#app/flow/play-scene.ts';
import type { SceneToken } from '#app/flow/scene.ts';
import { tokenText } from '#app/flow/signed-token.ts';
import { byteCount, present, presentationOf, tampered } from '#app/flow/tamper.ts';
import type { Tampering } from '#app/flow/tamper.ts';
import { allowed, cached } from './scenarios.ts';

const scene = playScene(allowed);

function issued(): SceneToken {
  const step = scene.steps[2];
  if (step?.kind !== 'message' || step.about === null) throw new Error('The third message carries no token.');
  return step.about;
}

async function answerTo(change: Tampering | null) {
  const token = issued();
  const { jwt } = await tokenText(token.token);
  const call = presentationOf(scene, token, 3);
  if (call === null) throw new Error('Nobody presents the token.');
  const { answer } = await present(scene, call, change === null ? jwt : tampered(jwt, change));
  const refusing = answer.decision?.gates.find(({ passed }) => !passed);
  return { status: answer.response?.status, gate: refusing?.gate ?? null, found: refusing?.found ?? null };
}

describe('a token that was changed', () => {
  it.each([
    ['another object ID', { kind: 'claim', segment: 'payload', name: 'oid', value: 'somebody' }],
    ['a longer life', { kind: 'claim', segment: 'payload', name: 'exp', value: '2000000000' }],
    ['one bit of the payload', { kind: 'byte', segment: 'payload', at: 20 }],
    ['one bit of the signature', { kind: 'byte', segment: 'signature', at: 7 }],
  ] as const)('%s: the signature check refuses it with 401', async (_, change) => {
    expect(await answerTo(change)).toEqual({ status: 401, gate: 'signature', found: 'broken' });
  });

  it('another key: nobody knows it, and the signature check refuses', async () => {
    const change = { kind: 'claim', segment: 'header', name: 'kid', value: 'mine' } as const;
    expect(await answerTo(change)).toEqual({ status: 401, gate: 'signature', found: 'unknown' });
  });

  it('what is no JSON any more is no token', async () => {
    expect(await answerTo({ kind: 'byte', segment: 'payload', at: 0 })).toMatchObject({ status: 401, gate: 'token' });
  });

  it('unchanged it is let in, as in the flow', async () => {
    expect(await answerTo(null)).toEqual({ status: 200, gate: null, found: null });
  });
});

describe('the change itself', () => {
  it('is in one character for one bit, at every byte', async () => {
    const { jwt } = await tokenText(issued().token);
    for (const segment of ['header', 'payload', 'signature'] as const) {
      const last = byteCount(jwt, segment) - 1;
      for (const at of [0, 1, 2, 3, last]) {
        const changed = tampered(jwt, { kind: 'byte', segment, at });
        expect(changed.split('').filter((each, index) => each !== jwt[index])).toHaveLength(1);
        expect(tampered(changed, { kind: 'byte', segment, at })).toBe(jwt);
      }
    }
  });

  it('is none where a claim keeps its value, lists and numbers included', async () => {
    const { claims } = issued().token;
    const { jwt } = await tokenText(issued().token);
    for (const name of ['oid', 'exp'] as const) {
      expect(tampered(jwt, { kind: 'claim', segment: 'payload', name, value: String(claims[name]) })).toBe(jwt);
    }
  });
});

it('where nobody calls a target there is nobody to refuse', () => {
  const other = playScene(cached);
  const step = other.steps[2];
  const token = step?.kind === 'message' ? step.about : null;
  expect(token).not.toBeNull();
  expect(token === null ? null : presentationOf(other, token, 3)).toBeNull();
});
