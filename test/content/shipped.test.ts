import { describe, expect, it } from 'vitest';
import { loadContent } from '#content/build/load.ts';
import { moduleOf } from '#content/build/modules.ts';
import { contentFileAt } from '#content/build/layout.ts';

const content = await loadContent(process.cwd());
const { files } = content;

/** Every name of a field that the page gets, however deep. The rule that a sentence cites is meant to be seen. */
function fieldsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'rule') return [];
  const within = Object.values(value).flatMap(fieldsOf);
  return Array.isArray(value) ? within : [...Object.keys(value), ...within];
}

function shippedFields(file: string): ReadonlySet<string> {
  const place = contentFileAt(file);
  const compiled = files.get(file);
  if (place === undefined || compiled === undefined) throw new Error(`${file} is no content`);
  const [, value = ''] = /^export default (.+);$/m.exec(moduleOf(place, compiled, content)) ?? [];
  return new Set(fieldsOf(JSON.parse(value)));
}

describe('what the page gets', () => {
  it.each([...files.keys()])('of %s has no proof of a key, and no tags', (file) => {
    const fields = shippedFields(file);
    expect(fields).toContain('title');
    for (const kept of ['answer', 'proof', 'rule', 'expect', 'points']) expect(fields).not.toContain(kept);
  });

  it('of a question is what is asked, the choices and where to read', () => {
    const quiz = [...files.keys()].find((file) => file.startsWith('content/quizzes/')) ?? '';
    const fields = shippedFields(quiz);
    for (const field of ['ask', 'choices', 'right', 'why', 'lessons']) expect(fields).toContain(field);
  });
});
