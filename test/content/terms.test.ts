import { describe, expect, it } from 'vitest';
import type { KeyedBlock } from '#content/build/keyed.ts';
import { linkTerms } from '#content/build/terms.ts';
import type { Inline } from '#content/types.ts';
import { compileBody } from './authoring.ts';

const terms = [
  { id: 'role', words: ['role', 'roles'] },
  { id: 'role-assignment', words: ['role assignment', 'role assignments'] },
  { id: 'object-id', words: ['object ID', 'principalId'] },
  { id: 'ssrf', words: ['SSRF'] },
  { id: 'vault', words: [] },
];

/** The lesson with each term as `{id:words}`. */
async function linked(body: string): Promise<string> {
  const { blocks, problems } = await compileBody(body);
  expect(problems).toEqual([]);
  return linkTerms(blocks, terms).map(written).join('\n');
}

function written(block: KeyedBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.children.map(spelled).join('');
    case 'list':
      return block.items.map((item) => `- ${item.map(written).join(' ')}`).join('\n');
    case 'aside':
    case 'quote':
      return `> ${block.children.map(written).join(' ')}`;
    case 'table':
      return block.rows
        .flat()
        .map((cell) => cell.map(spelled).join(''))
        .join('|');
    default:
      return block.type;
  }
}

function spelled(inline: Inline): string {
  if (inline.type === 'term') return `{${inline.term}:${inline.children.map(spelled).join('')}}`;
  if (inline.type === 'rule') return '';
  return 'children' in inline ? inline.children.map(spelled).join('') : inline.value;
}

describe('terms in a lesson', () => {
  it('are linked where they are used first, and once', async () => {
    expect(await linked('A role is a role.\n\nRoles are more.')).toBe('A {role:role} is a role.\nRoles are more.');
  });

  it('are the longest that fits', async () => {
    expect(await linked('A role assignment gives a role.')).toBe(
      'A {role-assignment:role assignment} gives a {role:role}.',
    );
  });

  it('are found whatever their case, as whole words', async () => {
    expect(await linked('Object IDs, the roleplay, a non-role, roles-to-be and an object ID.')).toBe(
      'Object IDs, the roleplay, a non-role, roles-to-be and an {object-id:object ID}.',
    );
    expect(await linked('Object ID: SSRF-proof? (SSRF)')).toBe('{object-id:Object ID}: SSRF-proof? ({ssrf:SSRF})');
  });

  it('are found across a line break and in emphasis', async () => {
    expect(await linked('An *object ID* and a role\nassignment.')).toBe(
      'An {object-id:object ID} and a {role-assignment:role assignment}.',
    );
  });

  it('are not linked in headings, links, code, strong text and tables', async () => {
    const body =
      '## A role\n\n**Role** `role` [the role](/lessons).\n\n| a |\n| --- |\n| role |\n\n- Then a role.\n\n:::note\nThe object ID.\n:::\n';
    expect(await linked(body)).toBe(
      'A role\nRole role the role.\nrole\n- Then a {role:role}.\n> The {object-id:object ID}.',
    );
  });

  it('are not linked in notes for whoever presents, nor by words that are none', async () => {
    expect(await linked(':::notes\nA role.\n:::\n\nA vault.')).toBe('> A role.\nA vault.');
  });
});
