import type { ReferencePageId } from './reference/pages.ts';

interface LanesQuery {
  readonly script?: string;
  readonly step?: number;
}

interface FlowQuery {
  readonly scenario?: string;
  /** The sandbox in the place of a scenario: its request at this entry of the log, the last one where none is named. */
  readonly from?: 'sandbox';
  readonly entry?: number;
  readonly step?: number;
}

/** Every address of the app: the pattern for the router and the way to write a link, side by side. */
export const paths = {
  home: { path: '/', href: () => '/' },
  lessons: { path: '/lessons', href: () => '/lessons' },
  lesson: { path: '/lessons/:lessonId', href: (lessonId: string) => `/lessons/${encodeURIComponent(lessonId)}` },
  flow: { path: '/flow', href: (query: FlowQuery = {}) => `/flow${search({ ...query })}` },
  lanes: { path: '/flow/lanes', href: (query: LanesQuery = {}) => `/flow/lanes${search({ ...query })}` },
  sandbox: { path: '/sandbox', href: () => '/sandbox' },
  quizzes: { path: '/quiz', href: () => '/quiz' },
  quiz: { path: '/quiz/:quizId', href: (quizId: string) => `/quiz/${encodeURIComponent(quizId)}` },
  glossary: { path: '/glossary', href: () => '/glossary' },
  ownCode: { path: '/own-code', href: () => '/own-code' },
  reference: { path: '/reference', href: () => '/reference' },
  referencePage: { path: '/reference/:page', href: (page: ReferencePageId) => `/reference/${page}` },
} as const;

function search(query: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return '';
  return `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`;
}
