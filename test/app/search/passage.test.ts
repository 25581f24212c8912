import { describe, expect, it } from 'vitest';
import { marked, passageOf } from '#app/search/passage.ts';
import type { Piece } from '#app/search/passage.ts';

const written = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isMatch }) => (isMatch ? `<${text}>` : text)).join('');
const terms = (...words: readonly string[]) => new Set(words);

describe('marks', () => {
  it('are on whole words, whatever their case', () => {
    expect(written(marked('The token, and tokens.', terms('token')))).toBe('The <token>, and tokens.');
    expect(written(marked('Token', terms('token')))).toBe('<Token>');
  });

  it('are on a name of which a part was found', () => {
    expect(written(marked('It says ForbiddenByRbac.', terms('rbac')))).toBe('It says <ForbiddenByRbac>.');
  });

  it('leave a text without a match as it is', () => {
    expect(marked('Nothing here', terms('token'))).toStrictEqual([{ text: 'Nothing here', isMatch: false }]);
    expect(marked('', terms('token'))).toStrictEqual([]);
  });
});

describe('the passage', () => {
  const filler = (words: number) => Array.from({ length: words }, (_, at) => `word${at}`).join(' ');

  it('is all of a short text', () => {
    expect(written(passageOf('A token is a badge.', terms('badge')))).toBe('A token is a <badge>.');
  });

  it('is where most of what was looked for stands together', () => {
    const text = `A vault. ${filler(60)} The vault checks the role. ${filler(60)}`;
    const passage = written(passageOf(text, terms('vault', 'role')));
    expect(passage).toContain('The <vault> checks the <role>.');
    expect(passage).not.toContain('A <vault>');
    expect(passage).toMatch(/^… .* …$/);
  });

  it('begins and ends with whole words, and is short', () => {
    const text = `${filler(80)} needle ${filler(80)}`;
    const passage = written(passageOf(text, terms('needle')));
    const inner = passage.replace(/^… | …$/g, '').replaceAll(/[<>]/g, '');
    expect(` ${text} `).toContain(` ${inner} `);
    expect(inner.length).toBeLessThan(200);
    expect(inner.length).toBeGreaterThan(100);
  });

  it('shows the beginning where only the title matched', () => {
    expect(written(passageOf(`Begin ${filler(80)}`, terms('needle')))).toMatch(/^Begin word0 .* …$/);
  });
});
