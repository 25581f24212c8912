import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { useLayoutEffect } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from '#ui/router/navigation.ts';
import { ContentLibraryProvider, type ContentLibrary } from '#app/content-library.ts';
import { paths } from '#app/paths.ts';
import { browserStorage } from '#app/preferences/storage.ts';
import { ProgressProvider } from '#app/progress/context.ts';
import { createProgress } from '#app/progress/progress.ts';
import type { Inline, Question, Quiz } from '#content/types.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { QuizRoute } from '#ui/routes/QuizRoute.tsx';
import { QuizzesRoute } from '#ui/routes/QuizzesRoute.tsx';
import { libraryWith } from '#test/support/library.ts';

function text(value: string): readonly Inline[] {
  return [{ type: 'text', value }];
}

/** A question with four choices, of which one is right: `<id>: right`, `<id>: wrong 2` and so on. */
export function question(id: string, right: number, lessons: readonly string[] = []): Question {
  return {
    id,
    ask: [
      { type: 'text', value: `What about ` },
      { type: 'code', value: id },
      { type: 'text', value: '?' },
    ],
    choices: ['a', 'b', 'c', 'd'].map((choice, index) => ({
      id: choice,
      text: text(index + 1 === right ? `${id} right` : `${id} wrong ${index + 1}`),
      right: index + 1 === right,
      why: text(`Because of ${id} ${index + 1}.`),
    })),
    lessons,
  };
}

export const shopQuiz: Quiz = {
  id: 'shop',
  title: 'The shop',
  summary: 'Three questions about a shop.',
  questions: [
    question('vm-web', 2, ['tokens']),
    question('kv-shop', 1, ['tokens', 'roles']),
    question('id-shop', 4, ['roles', 'gone']),
  ],
};

const lessons = [
  { id: 'tokens', title: 'The token flow', question: '', summary: '', minutes: 5 },
  { id: 'roles', title: 'What it can reach', question: '', summary: '', minutes: 5 },
];

export const shopLibrary: ContentLibrary = libraryWith({
  lessons,
  quizzes: [{ id: 'shop', title: shopQuiz.title, summary: shopQuiz.summary, count: 3 }],
  loadQuiz: () => Promise.resolve(shopQuiz),
});

function Address({ onChange }: { readonly onChange: (address: string) => void }) {
  const { pathname, search } = useLocation();
  useLayoutEffect(() => onChange(`${pathname}${search}`), [onChange, pathname, search]);
  return null;
}

export interface OpenQuiz {
  readonly learner: UserEvent;
  /** Where the learner is: path and query. */
  readonly at: () => string;
  /** As if the page was closed. */
  readonly close: () => void;
}

/** Opens an address of the quiz; what was kept before is there. */
export function openQuiz(at: string, library: ContentLibrary = shopLibrary): OpenQuiz {
  let address = at;
  const keepAddress = (present: string) => {
    address = present;
  };
  const { unmount } = render(
    <ContentLibraryProvider value={library}>
      <ProgressProvider value={createProgress(browserStorage())}>
        <Announcer>
          <MemoryRouter initialEntries={[at]}>
            <Routes>
              <Route path={paths.quizzes.path} element={<QuizzesRoute />} />
              <Route path={paths.quiz.path} element={<QuizRoute />} />
            </Routes>
            <Address onChange={keepAddress} />
          </MemoryRouter>
        </Announcer>
      </ProgressProvider>
    </ContentLibraryProvider>,
  );
  return { learner: userEvent.setup(), at: () => address, close: unmount };
}
