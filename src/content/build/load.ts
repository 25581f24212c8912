import type { Group } from '../types.ts';
import { checkListed, crossCheck } from './check.ts';
import type { Listed } from './check.ts';
import {
  compileCurriculum,
  compileExams,
  compileNotes,
  compileQuiz,
  compileScenario,
  compileStarterWorld,
} from './collections.ts';
import { listContentFiles, readContentFile } from './files.ts';
import type { KeyedLesson, KeyedQuiz, KeyedScenario, KeyedWorld, NotesPoint } from './keyed.ts';
import { curriculumFile, examsFile, notesFile, specFile } from './layout.ts';
import type { ContentFile, ContentKind } from './layout.ts';
import { compileLesson } from './lesson.ts';
import { createDiagramParser } from './mermaid/parser.ts';
import type { DiagramParser } from './mermaid/parser.ts';
import type { Problem } from './problem.ts';
import { Report } from './report.ts';
import { rulesOf } from './rules.ts';
import type { Curriculum } from './schema/collections.ts';
import type { Compiled } from './shipped.ts';
import type { Parsed } from './yaml.ts';

/** Everything that is taught, in the order of the curriculum. */
export interface Content {
  readonly lessons: readonly KeyedLesson[];
  /** The course, module by module. */
  readonly modules: readonly Group[];
  readonly scenarios: readonly KeyedScenario[];
  readonly scenarioGroups: readonly Group[];
  readonly worlds: readonly KeyedWorld[];
  readonly quizzes: readonly KeyedQuiz[];
  readonly points: readonly NotesPoint[];
}

export interface LoadedContent extends Content {
  /** All of them, not only the first. Where there are any, the content is not whole. */
  readonly problems: readonly Problem[];
  /** What each file compiled to, by its path from the root. */
  readonly files: ReadonlyMap<string, Compiled>;
}

/** Reads and checks `content/` below the root. A parser that is given is not closed. */
export async function loadContent(root: string, diagramParser?: DiagramParser): Promise<LoadedContent> {
  if (diagramParser !== undefined) return load(root, diagramParser);
  const own = createDiagramParser();
  try {
    return await load(root, own);
  } finally {
    await own.close();
  }
}

interface ByKind {
  readonly lesson: Map<string, KeyedLesson>;
  readonly scenario: Map<string, KeyedScenario>;
  readonly world: Map<string, KeyedWorld>;
  readonly quiz: Map<string, KeyedQuiz>;
}

async function load(root: string, diagramParser: DiagramParser): Promise<LoadedContent> {
  const { files, problems: misplaced } = await listContentFiles(root);
  const compiled: ByKind = { lesson: new Map(), scenario: new Map(), world: new Map(), quiz: new Map() };
  // All at once: the thread that reads diagrams works while the rest is compiled.
  const reports = await Promise.all(
    files.map(async (file) => {
      const report = new Report(file.file);
      const text = (await readContentFile(root, file.file)) ?? '';
      await compileInto(compiled, report, { ...file, text }, diagramParser);
      return report;
    }),
  );
  const curriculum = await readTop(root, reports, curriculumFile, compileCurriculum);
  const points = await readTop(root, reports, notesFile, compileNotes);
  const exams = await readTop(root, reports, examsFile, compileExams);
  const rules = await readTop(root, reports, specFile, (_, text) => rulesOf(text));
  const { lessons: modules = [], scenarios: scenarioGroups = [] } = curriculum?.value ?? {};
  const lessons = inOrder(idsIn(modules), compiled.lesson);
  const whole = {
    ids: idsOf(files),
    listed: {
      point: points?.map(({ id }) => id),
      objective: exams?.flatMap(({ objectives }) => objectives.map(({ id }) => id)),
      rule: rules?.map(({ id }) => id),
    },
    lessons,
    reports,
  };
  return {
    lessons,
    modules,
    scenarios: inOrder(idsIn(scenarioGroups), compiled.scenario),
    scenarioGroups,
    worlds: inOrder(curriculum?.value.worlds, compiled.world),
    quizzes: inOrder(curriculum?.value.quizzes, compiled.quiz),
    points: points ?? [],
    problems: [
      ...misplaced,
      ...reports.flatMap(({ problems }) => problems),
      ...(curriculum === undefined ? [] : listedProblems(curriculum, files)),
      ...crossCheck(whole),
    ],
    files: new Map(files.flatMap(({ kind, id, file }) => entryOf(file, compiled[kind].get(id)))),
  };
}

function entryOf<Value>(file: string, value: Value | undefined): [string, Value][] {
  return value === undefined ? [] : [[file, value]];
}

async function compileInto(
  compiled: ByKind,
  report: Report,
  source: ContentFile & { readonly text: string },
  diagramParser: DiagramParser,
): Promise<void> {
  switch (source.kind) {
    case 'lesson':
      return keep(compiled.lesson, await compileLesson(report, source, diagramParser));
    case 'scenario':
      return keep(compiled.scenario, compileScenario(report, source));
    case 'world':
      return keep(compiled.world, compileStarterWorld(report, source));
    case 'quiz':
      return keep(compiled.quiz, compileQuiz(report, source));
  }
}

function keep<Value extends { readonly id: string }>(map: Map<string, Value>, value: Value | undefined): void {
  if (value !== undefined) map.set(value.id, value);
}

/** Reads a file that has to be there. */
async function readTop<Value>(
  root: string,
  reports: Report[],
  file: string,
  compile: (report: Report, text: string) => Value,
): Promise<Value | undefined> {
  const report = new Report(file);
  reports.push(report);
  const text = await readContentFile(root, file);
  if (text !== undefined) return compile(report, text);
  report.problem({ line: 1 }, 'there is no such file');
  return undefined;
}

function inOrder<Value>(ids: readonly string[] = [], values: ReadonlyMap<string, Value>): readonly Value[] {
  return [...new Set(ids)].flatMap((id) => values.get(id) ?? []);
}

function idsOf(files: readonly ContentFile[]): Record<ContentKind, ReadonlySet<string>> {
  const ids = (kind: ContentKind) => new Set(files.filter((file) => file.kind === kind).map(({ id }) => id));
  return { lesson: ids('lesson'), scenario: ids('scenario'), world: ids('world'), quiz: ids('quiz') };
}

function idsIn(groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ of }) => of);
}

function listedProblems({ value, place }: Parsed<Curriculum>, files: readonly ContentFile[]): readonly Problem[] {
  const check = (kind: ContentKind, listed: readonly Listed[]) =>
    checkListed(
      kind,
      listed,
      files.filter((file) => file.kind === kind),
    );
  const grouped = (field: 'lessons' | 'scenarios') =>
    value[field].flatMap(({ of }, group) =>
      of.map((id, index) => ({ id, spot: place.spot(field, group, 'of', index) })),
    );
  const flat = (field: 'worlds' | 'quizzes') =>
    value[field].map((id, index) => ({ id, spot: place.spot(field, index) }));
  return [
    ...check('lesson', grouped('lessons')),
    ...check('scenario', grouped('scenarios')),
    ...check('world', flat('worlds')),
    ...check('quiz', flat('quizzes')),
  ];
}
