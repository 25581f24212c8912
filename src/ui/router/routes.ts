import { matchPath, type Params } from '#ui/router/navigation.ts';
import type { Library } from '#app/content-library.ts';
import { paths } from '#app/paths.ts';
import { preload } from '#app/preload.ts';
import { shellWords } from '#ui/words/words.ts';
import { lazyPage, type LazyPage } from './lazy-page.ts';

export interface RouteEntry extends LazyPage {
  readonly path: string;
  /** Null where the page names itself with `PageTitle`, as a lesson does. */
  readonly title: string | null;
  /** `page` keeps a readable width; `wide` takes the whole window. */
  readonly width: 'page' | 'wide';
  /** Fetches the content that it shows at once. */
  readonly content?: (library: Library, params: Params) => Promise<unknown>;
}

/** Which page stands at which address. */
export const routes: readonly RouteEntry[] = [
  {
    path: paths.home.path,
    title: shellWords.home,
    width: 'page',
    content: (library) => Promise.all([preload.course(library), preload.collections(library)]),
    ...lazyPage(async () => (await import('#ui/routes/HomeRoute.tsx')).HomeRoute),
  },
  {
    path: paths.lessons.path,
    title: shellWords.lessons,
    width: 'page',
    content: preload.course,
    ...lazyPage(async () => (await import('#ui/routes/LessonsRoute.tsx')).LessonsRoute),
  },
  {
    path: paths.lesson.path,
    title: null,
    width: 'page',
    content: (library, { lessonId = '' }) => preload.lesson(library, lessonId),
    ...lazyPage(async () => (await import('#ui/routes/LessonRoute.tsx')).LessonRoute),
  },
  {
    path: paths.flow.path,
    title: shellWords.flow,
    width: 'wide',
    content: preload.collections,
    ...lazyPage(async () => (await import('#ui/routes/FlowRoute.tsx')).FlowRoute),
  },
  {
    path: paths.lanes.path,
    title: shellWords.lanes,
    width: 'wide',
    ...lazyPage(async () => (await import('#ui/routes/LanesRoute.tsx')).LanesRoute),
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
    content: preload.collections,
    ...lazyPage(async () => (await import('#ui/routes/QuizzesRoute.tsx')).QuizzesRoute),
  },
  {
    path: paths.quiz.path,
    title: null,
    width: 'page',
    content: preload.collections,
    ...lazyPage(async () => (await import('#ui/routes/QuizRoute.tsx')).QuizRoute),
  },
  {
    path: paths.glossary.path,
    title: shellWords.glossary,
    width: 'page',
    content: preload.terms,
    ...lazyPage(async () => (await import('#ui/routes/GlossaryRoute.tsx')).GlossaryRoute),
  },
  {
    path: paths.ownCode.path,
    title: null,
    width: 'page',
    content: preload.guide,
    ...lazyPage(async () => (await import('#ui/routes/GuideRoute.tsx')).GuideRoute),
  },
  {
    path: paths.reference.path,
    title: shellWords.reference,
    width: 'page',
    ...lazyPage(async () => (await import('#ui/routes/ReferenceRoute.tsx')).ReferenceRoute),
  },
  {
    path: paths.referencePage.path,
    title: null,
    width: 'page',
    content: async (library, { page }) => {
      if (page === 'rules') return preload.rules(library);
      return page === 'questions' ? preload.answers(library) : null;
    },
    ...lazyPage(async () => (await import('#ui/routes/ReferencePageRoute.tsx')).ReferencePageRoute),
  },
  {
    path: '*',
    title: shellWords.notFoundTitle,
    width: 'page',
    ...lazyPage(async () => (await import('#ui/routes/NotFoundRoute.tsx')).NotFoundRoute),
  },
];

/** Fetches the page behind a link, with what it shows at once, before it is followed. */
export async function preloadPage(href: string, library: Library): Promise<void> {
  const pathname = href.split(/[?#]/)[0] ?? href;
  for (const { path, preload: loadPage, content } of routes) {
    const match = matchPath(path, pathname);
    if (match === null) continue;
    await Promise.all([loadPage(), content?.(library, match.params)]);
    return;
  }
}
