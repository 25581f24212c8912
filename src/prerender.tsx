import { prerender } from 'react-dom/static';
import { StaticRouter } from '#ui/router/navigation.ts';
import { paths } from '#app/paths.ts';
import type { SettingsStorage } from '#app/preferences/storage.ts';
import { referencePageIds, type ReferencePageId } from '#app/reference/pages.ts';
import type { RenderedPage, StaticPage } from '#build/static-page.ts';
import * as catalogue from '#content/catalogue.ts';
import { loadCollections, loadCourse, loadGuide, loadLesson } from '#content/catalogue.ts';
import { language } from '#ui/router/language.ts';
import { routes } from '#ui/router/routes.ts';
import { createSite } from '#ui/shell/create-site.tsx';
import { siteWords } from '#words/site.ts';

/** The pages of one route: one, or one for each of its parameters. */
interface RoutePages {
  /** In `src/ui/routes/`. */
  readonly route: string;
  readonly type?: StaticPage['type'];
  /** Sources of what it shows at once, besides its own code. */
  readonly content?: readonly string[];
  readonly pages: readonly RoutePage[] | (() => Promise<readonly RoutePage[]>);
}

interface RoutePage extends Pick<StaticPage, 'path' | 'description'> {
  readonly content?: object;
  /** Sources besides those of its route. */
  readonly modules?: readonly string[];
}

const { descriptions } = siteWords;
const course = 'src/content/course.ts';
const collections = 'src/content/collections.ts';

/** What pages of the reference hold of the content. */
const dataOf: Partial<Record<ReferencePageId, readonly string[]>> = {
  questions: ['virtual:content/answers'],
  rules: ['virtual:content/rules'],
};

/** Which pages there are. A route joins with an entry; the build fails for one that has none. */
const table: Readonly<Record<string, RoutePages>> = {
  [paths.home.path]: {
    route: 'HomeRoute',
    content: [course, collections],
    pages: [{ path: paths.home.href(), description: siteWords.product }],
  },
  [paths.lessons.path]: {
    route: 'LessonsRoute',
    content: [course],
    pages: [{ path: paths.lessons.href(), description: descriptions.lessons }],
  },
  [paths.lesson.path]: { route: 'LessonRoute', type: 'article', pages: lessonPages },
  [paths.flow.path]: {
    route: 'FlowRoute',
    content: [collections],
    pages: [{ path: paths.flow.href(), description: descriptions.flow }],
  },
  [paths.lanes.path]: {
    route: 'LanesRoute',
    pages: [{ path: paths.lanes.href(), description: descriptions.lanes }],
  },
  [paths.sandbox.path]: {
    route: 'SandboxRoute',
    pages: [{ path: paths.sandbox.href(), description: descriptions.sandbox }],
  },
  [paths.quizzes.path]: {
    route: 'QuizzesRoute',
    content: [collections],
    pages: [{ path: paths.quizzes.href(), description: descriptions.quizzes }],
  },
  [paths.quiz.path]: { route: 'QuizRoute', content: [collections], pages: quizPages },
  [paths.glossary.path]: {
    route: 'GlossaryRoute',
    content: ['virtual:content/glossary'],
    pages: [{ path: paths.glossary.href(), description: descriptions.glossary }],
  },
  [paths.ownCode.path]: { route: 'GuideRoute', type: 'article', content: ['src/content/guide.ts'], pages: guidePages },
  [paths.reference.path]: {
    route: 'ReferenceRoute',
    pages: [{ path: paths.reference.href(), description: descriptions.reference }],
  },
  [paths.referencePage.path]: {
    route: 'ReferencePageRoute',
    pages: referencePageIds.map((id) => ({
      path: paths.referencePage.href(id),
      description: descriptions.referencePages[id],
      modules: dataOf[id] ?? [],
    })),
  },
  '*': { route: 'NotFoundRoute', pages: [{ path: '/404', description: siteWords.product }] },
};

async function lessonPages(): Promise<readonly RoutePage[]> {
  const { lessons } = await loadCourse();
  return Promise.all(
    lessons.map(async ({ id }) => {
      const value = await loadLesson(id);
      return { path: paths.lesson.href(id), description: value.summary, content: { kind: 'lesson', id, value } };
    }),
  );
}

async function guidePages(): Promise<readonly RoutePage[]> {
  const { summary } = await loadGuide();
  return [{ path: paths.ownCode.href(), description: summary }];
}

async function quizPages(): Promise<readonly RoutePage[]> {
  const { quizzes } = await loadCollections();
  return quizzes.map(({ id, summary }) => ({ path: paths.quiz.href(id), description: summary }));
}

/** The product's name and what it is, for the build's own files. */
export const product = { name: siteWords.name, description: siteWords.product };

/** Every page of the site in this language. */
export async function pages(): Promise<readonly StaticPage[]> {
  const found = routes.map(async ({ path }) => {
    const entry = table[path];
    if (entry === undefined) throw new Error(`The route ${path} has no entry in the table of src/prerender.tsx.`);
    const { route, type = 'website', content = [] } = entry;
    const own = typeof entry.pages === 'function' ? await entry.pages() : entry.pages;
    const modules = [`src/ui/routes/${route}.tsx`, ...content];
    return own.map((page) => ({
      ...page,
      type,
      modules: [...modules, ...(page.modules ?? [])],
      unlisted: path === '*',
    }));
  });
  return (await Promise.all(found)).flat();
}

/** A newcomer's: nothing is kept, and nothing is to be kept. */
const nothing: SettingsStorage = { read: () => null, write: () => {} };

/** The page as a newcomer sees it. An error of any part of it is one of the build. */
export async function render({ path }: StaticPage): Promise<RenderedPage> {
  const errors: unknown[] = [];
  const site = createSite({
    storage: nothing,
    library: catalogue,
    loadSdk: () => Promise.reject(new Error('A page that is being written runs no program.')),
    route: (app) => (
      <StaticRouter basename={language.base} location={`${language.base}${path}`}>
        {app}
      </StaticRouter>
    ),
  });
  // In one piece: a part that came later would need a script to put it into its place.
  const options = {
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error: unknown) => void errors.push(error),
  };
  const { prelude } = await prerender(site, options);
  const html = await new Response(prelude).text();
  if (errors.length > 0) throw new Error(`The page ${path} cannot be rendered.`, { cause: errors[0] });
  const styled = /<\w[^<>]* style="[^"]*"/.exec(html);
  if (styled !== null) throw new Error(`The page ${path} has a style that the policy refuses: ${styled[0]}`);
  // React puts the title, which belongs into the head, before everything else.
  const [whole, title] = /^<title>([^<]*)<\/title>/.exec(html) ?? [];
  if (whole === undefined || title === undefined) throw new Error(`The page ${path} has no title.`);
  return { title, body: html.slice(whole.length) };
}
