/** Where each kind of content lives. Its id is the name of its file. */
export type ContentKind = 'lesson' | 'guide' | 'scenario' | 'world' | 'quiz';

export interface ContentFile {
  readonly kind: ContentKind;
  readonly id: string;
  /** From the project's root, with forward slashes. */
  readonly file: string;
}

export const curriculumFile = 'content/curriculum.yaml';
export const notesFile = 'content/notes.yaml';
/** What people get wrong and what classes ask, with where it is answered. */
export const misconceptionsFile = 'content/misconceptions.yaml';
export const classQuestionsFile = 'content/class-questions.yaml';
export const examsFile = 'content/exams.yaml';
export const glossaryFile = 'content/en/glossary.yaml';
/** The rules of the engine, which lessons cite. */
export const specFile = 'src/domain/SPEC.md';

/** The folders that hold content of these kinds and nothing else. */
export const contentFolders = ['en/lessons', 'en/guides', 'scenarios', 'worlds', 'quizzes'];

const patterns: Readonly<Record<ContentKind, RegExp>> = {
  lesson: /^content\/en\/lessons\/([^/]+)\.md$/,
  guide: /^content\/en\/guides\/([^/]+)\.md$/,
  scenario: /^content\/scenarios\/([^/]+)\.yaml$/,
  world: /^content\/worlds\/([^/]+)\.yaml$/,
  quiz: /^content\/quizzes\/([^/]+)\.yaml$/,
};

/** The kind and id of a content file, from its path below the project's root. */
export function contentFileAt(file: string): ContentFile | undefined {
  for (const kind of ['lesson', 'guide', 'scenario', 'world', 'quiz'] as const) {
    const id = patterns[kind].exec(file)?.[1];
    if (id !== undefined) return { kind, id, file };
  }
  return undefined;
}
