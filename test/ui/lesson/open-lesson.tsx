import type { Block, Exam, Inline, Lesson, Question } from '#content/types.ts';
import { LessonPage } from '#ui/lesson/page/LessonPage.tsx';
import { libraryWith } from '#test/support/library.ts';
import { renderPage } from './render.tsx';

export const text = (value: string): readonly Inline[] => [{ type: 'text', value }];

/** A question with a right second choice. */
export function question(id: string, ask: string): Question {
  return {
    id,
    ask: text(ask),
    choices: [
      { id: 'a', text: text('Nothing.'), right: false, why: text('Something stays.') },
      { id: 'b', text: text('The role.'), right: true, why: text('Nobody deletes it.') },
    ],
    lessons: [],
  };
}

const lesson: Lesson = {
  id: 'a-lesson',
  title: 'A lesson',
  question: 'What stays?',
  summary: 'What stays.',
  minutes: 5,
  objectives: [],
  blocks: [],
  sources: [{ title: 'A page', href: 'https://learn.microsoft.com/a-page' }],
  course: { module: 'Living with it', place: 3, count: 20, previous: null, next: null },
};

/** Opens a lesson that holds just what a test needs. */
export async function openLesson(held: Partial<Lesson>, exams: readonly Exam[] = []): Promise<void> {
  const opened = { ...lesson, ...held };
  const library = libraryWith({
    loadLesson: () => Promise.resolve(opened),
    loadExams: kept(exams),
  });
  await renderPage(<LessonPage id={opened.id} />, library);
}

/** Always the same promise, as a library promises. */
function kept<Value>(value: Value): () => Promise<Value> {
  const promise = Promise.resolve(value);
  return () => promise;
}

export const heading = (id: string): Block => ({ type: 'heading', level: 2, id, children: text(id) });
