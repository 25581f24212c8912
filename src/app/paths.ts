interface FlowQuery {
  readonly scenario?: string;
  readonly step?: number;
}

/**
 * Every address of the app: the pattern for the router and the way to write a link, side by side.
 * The static server reads the patterns too, so nothing here may need React or a browser.
 */
export const paths = {
  home: { path: '/', href: () => '/' },
  lessons: { path: '/lessons', href: () => '/lessons' },
  lesson: { path: '/lessons/:lessonId', href: (lessonId: string) => `/lessons/${encodeURIComponent(lessonId)}` },
  flow: { path: '/flow', href: (query: FlowQuery = {}) => `/flow${search({ ...query })}` },
  sandbox: { path: '/sandbox', href: () => '/sandbox' },
  quizzes: { path: '/quiz', href: () => '/quiz' },
  quiz: { path: '/quiz/:quizId', href: (quizId: string) => `/quiz/${encodeURIComponent(quizId)}` },
} as const;

function search(query: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return '';
  return `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`;
}
