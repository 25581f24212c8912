import type { Block, Lesson, Question, Quiz, Scenario, StarterWorld } from '../types.ts';
import type { KeyedBlock, KeyedLesson, KeyedQuestion, KeyedQuiz, KeyedScenario, KeyedWorld } from './keyed.ts';

export type Compiled = KeyedLesson | KeyedScenario | KeyedWorld | KeyedQuiz;
export type Shipped = Lesson | Scenario | StarterWorld | Quiz;

/** What the page gets: no proof of a key, no expectation that only a test reads, no tag of the notes. */
export function shipped(compiled: Compiled): Shipped {
  if ('blocks' in compiled) return lessonOf(compiled);
  if ('questions' in compiled) return quizOf(compiled);
  return 'script' in compiled ? scenarioOf(compiled) : worldOf(compiled);
}

function lessonOf({ id, title, question, summary, minutes, objectives, sources, blocks }: KeyedLesson): Lesson {
  return { id, title, question, summary, minutes, objectives, sources, blocks: blocks.map(blockOf) };
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
