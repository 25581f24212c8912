import type { Expectation, Step } from '#domain/script/script.ts';
import type { Block, Lesson, Question, Quiz, Scenario, StarterWorld, ToldStep } from '../types.ts';

// Content as it is compiled: with what tests play and what the page has no use for. See `shipped.ts`.

/** Its place in the course is known only when the whole is read. */
export interface KeyedLesson extends Omit<Lesson<KeyedQuestion>, 'course'>, Tagged {}

export type KeyedBlock = Block<KeyedQuestion>;

export interface KeyedScenario extends Scenario, Tagged {
  /** How it must end. */
  readonly expect: readonly Expectation[];
  /** Its steps in words, where a teller was at hand. */
  readonly told?: readonly ToldStep[];
}

export interface KeyedWorld extends StarterWorld, Tagged {}

export type KeyedQuiz = Quiz<KeyedQuestion>;

export interface KeyedQuestion extends Question, Tagged {
  readonly answer: Answer;
}

interface Tagged {
  /** Points of notes.yaml that it meets. */
  readonly points: readonly string[];
}

/** How the key is known to be right: played in the engine, or a rule of SPEC.md. */
export type Answer =
  | { readonly kind: 'proof'; readonly script: readonly Step[]; readonly expect: readonly Expectation[] }
  | { readonly kind: 'rule'; readonly rule: string };

/** A point of the notes, with where it is met: a test fails for a point that lacks one of the four. */
export interface NotesPoint {
  readonly id: string;
  readonly text: string;
  /** What a learner does in the sandbox to meet it: an `OfferedAction`, or another action of the sandbox. */
  readonly actions: readonly string[];
}
