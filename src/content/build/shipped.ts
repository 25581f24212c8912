import type { Block, CoursePlace, Group, Guide, Lesson, Question, Quiz, Scenario, StarterWorld } from '../types.ts';
import type { KeyedBlock, KeyedLesson, KeyedQuestion, KeyedQuiz, KeyedScenario, KeyedWorld } from './keyed.ts';

export type Compiled = KeyedLesson | Guide | KeyedScenario | KeyedWorld | KeyedQuiz;
/** The lessons in their order, and by module. */
interface Course {
  readonly lessons: readonly KeyedLesson[];
  readonly modules: readonly Group[];
}

export type Shipped = Lesson | Guide | Scenario | StarterWorld | Quiz;

/** What the page gets: no proof of a key, no expectation that only a test reads, no tag of the notes. */
export function shipped(compiled: Compiled, course: Course): Shipped {
  if ('objectives' in compiled) return lessonOf(compiled, course);
  if ('blocks' in compiled) return compiled;
  if ('questions' in compiled) return quizOf(compiled);
  return 'script' in compiled ? scenarioOf(compiled) : worldOf(compiled);
}

function lessonOf(lesson: KeyedLesson, course: Course): Lesson {
  const { id, title, question, summary, minutes, objectives, language, sources, blocks } = lesson;
  return {
    id,
    title,
    question,
    summary,
    minutes,
    objectives,
    ...(language === undefined ? {} : { language }),
    sources,
    blocks: blocks.map(blockOf),
    course: placeOf(id, course),
  };
}

function placeOf(lesson: string, { lessons, modules }: Course): CoursePlace {
  const index = lessons.findIndex(({ id }) => id === lesson);
  const previous = lessons[index - 1];
  const next = lessons[index + 1];
  return {
    module: modules.find(({ of }) => of.includes(lesson))?.title ?? '',
    place: index + 1,
    count: lessons.length,
    previous: previous === undefined ? null : { id: previous.id, title: previous.title },
    next: next === undefined ? null : { id: next.id, title: next.title, question: next.question },
  };
}

/** Questions stand in a lesson's own blocks only, never within a list, a quote or an aside. */
function blockOf(block: KeyedBlock): Block {
  return block.type === 'check' || block.type === 'predict'
    ? { ...block, question: questionOf(block.question) }
    : block;
}

function quizOf({ id, title, summary, questions }: KeyedQuiz): Quiz {
  return { id, title, summary, questions: questions.map(questionOf) };
}

function questionOf({ id, ask, choices, lessons }: KeyedQuestion): Question {
  return { id, ask, choices, lessons };
}

function scenarioOf({ id, title, summary, world, script }: KeyedScenario): Scenario {
  return { id, title, summary, world, script };
}

function worldOf({ id, title, summary, steps }: KeyedWorld): StarterWorld {
  return { id, title, summary, steps };
}
