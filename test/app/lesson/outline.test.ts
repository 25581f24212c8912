import { describe, expect, it } from 'vitest';
import { checksOf, sectionsOf } from '#app/lesson/outline.ts';
import { loadLesson } from '#content/catalogue.ts';
import { lessons } from '#content/course.ts';
import type { Block } from '#content/types.ts';

const text = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const heading = (id: string): Block => ({ type: 'heading', level: 2, id, children: [{ type: 'text', value: id }] });
const figure = (name: 'three-ids' | 'lifecycles'): Block => ({ type: 'figure', name });
const remember: Block = { type: 'aside', kind: 'remember', children: [text('keep')] };
const notes: Block = { type: 'aside', kind: 'notes', children: [text('read')] };

describe('a lesson is cut into sections', () => {
  it('at its main headings, and what comes before the first has none', () => {
    const sections = sectionsOf({ blocks: [text('a'), heading('one'), text('b'), heading('two')] });
    expect(sections.map(({ id, parts }) => [id, parts.length])).toEqual([
      [null, 1],
      ['one', 1],
      ['two', 0],
    ]);
  });

  it('a figure stands beside the prose around it, each beside its own', () => {
    const [section] = sectionsOf({
      blocks: [heading('one'), text('a'), figure('three-ids'), text('b'), figure('lifecycles'), text('c')],
    });
    expect(section?.parts).toEqual([
      { kind: 'prose', stretch: { before: [text('a')], figure: figure('three-ids'), after: [text('b')] } },
      { kind: 'prose', stretch: { before: [], figure: figure('lifecycles'), after: [text('c')] } },
    ]);
  });

  it('remarks that follow one another stand in a row, one alone stays in the prose', () => {
    const [section] = sectionsOf({ blocks: [heading('one'), remember, text('a'), notes, remember] });
    expect(section?.parts.map(({ kind }) => kind)).toEqual(['prose', 'row']);
    expect(section?.parts[1]).toEqual({ kind: 'row', blocks: [notes, remember] });
  });

  it.each(lessons.map(({ id }) => id))('and nothing of %s is lost', async (id) => {
    const lesson = await loadLesson(id);
    const sections = sectionsOf(lesson);
    const blocks = sections.flatMap(({ parts }) =>
      parts.flatMap((part): readonly Block[] => {
        if (part.kind === 'row') return part.blocks;
        if (part.kind === 'world') return [part.block];
        if (part.kind === 'guess') return [];
        const { before, figure: own, after } = part.stretch;
        return [...before, ...(own === null ? [] : [own]), ...after];
      }),
    );
    const isMain = (block: Block) => block.type === 'heading' && block.level === 2;
    expect(blocks).toEqual(lesson.blocks.filter((block) => !isMain(block)));
    expect(sections.filter((section) => section.id !== null)).toHaveLength(lesson.blocks.filter(isMain).length);
    expect(checksOf(lesson).length).toBeGreaterThanOrEqual(2);
  });
});
