import { matchPath } from 'react-router';
import { paths } from '#app/paths.ts';
import { shellWords } from '#ui/words/words.ts';
import { lazyPage, type LazyPage } from './lazy-page.ts';

export interface RouteEntry extends LazyPage {
  readonly path: string;
  /** Null where the page names itself with `PageTitle`, as a lesson does. */
  readonly title: string | null;
  /** `page` keeps a readable width; `wide` takes the whole window. */
  readonly width: 'page' | 'wide';
}

/** Which page stands at which address. */
export const routes: readonly RouteEntry[] = [
  {
    path: paths.home.path,
    title: shellWords.home,
    width: 'page',
    ...lazyPage(async () => (await import('#ui/routes/HomeRoute.tsx')).HomeRoute),
  },
  {
    path: paths.lessons.path,
    title: shellWords.lessons,
    width: 'page',
    ...lazyPage(async () => (await import('#ui/routes/LessonsRoute.tsx')).LessonsRoute),
  },
  {
    path: paths.lesson.path,
    title: null,
    width: 'page',
    ...lazyPage(async () => (await import('#ui/routes/LessonRoute.tsx')).LessonRoute),
  },
  {
    path: paths.flow.path,
    title: shellWords.flow,
    width: 'wide',
    ...lazyPage(async () => (await import('#ui/routes/FlowRoute.tsx')).FlowRoute),
  },
  {
    path: paths.sandbox.path,
    title: shellWords.sandbox,
    width: 'wide',
    ...lazyPage(async () => (await import('#ui/routes/SandboxRoute.tsx')).SandboxRoute),
  },
  {
    path: paths.quizzes.path,
    title: shellWords.quiz,
    width: 'page',
    ...lazyPage(async () => (await import('#ui/routes/QuizzesRoute.tsx')).QuizzesRoute),
  },
  {
    path: paths.quiz.path,
    title: null,
    width: 'page',
    ...lazyPage(async () => (await import('#ui/routes/QuizRoute.tsx')).QuizRoute),
  },
  {
    path: '*',
    title: shellWords.notFoundTitle,
    width: 'page',
    ...lazyPage(async () => (await import('#ui/routes/NotFoundRoute.tsx')).NotFoundRoute),
  },
];

/** Fetches the page behind a link before it is followed. */
export function preloadPage(href: string): void {
  const pathname = href.split(/[?#]/)[0] ?? href;
  const route = routes.find(({ path }) => matchPath(path, pathname) !== null);
  // A failure shows when the link is followed; here nobody waits for it.
  route?.preload().catch(() => {});
}
