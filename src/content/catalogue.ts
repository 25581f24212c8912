import type { Lesson, Quiz, Scenario, StarterWorld } from './types.ts';
import { scenarios } from 'virtual:content/index';

/**
 * The only place where the app gets content from. Summaries are at hand; everything else is loaded when
 * it is wanted, one file at a time.
 */
export { lessons, quizzes, scenarios, worlds } from 'virtual:content/index';

interface ContentByKind {
  readonly lesson: Lesson;
  readonly scenario: Scenario;
  readonly world: StarterWorld;
  readonly quiz: Quiz;
}

type Kind = keyof ContentByKind;

/** An author has saved a file while the app runs (development only). */
export type ContentChange = {
  readonly [K in Kind]: { readonly kind: K; readonly id: string; readonly value: ContentByKind[K] };
}[Kind];

type Loaders<Value> = Readonly<Record<string, () => Promise<{ readonly default: Value }>>>;

const lessonFiles: Loaders<Lesson> = import.meta.glob<{ default: Lesson }>('/content/lessons/*/lesson.en.md');
const scenarioFiles: Loaders<Scenario> = import.meta.glob<{ default: Scenario }>('/content/scenarios/*.yaml');
const worldFiles: Loaders<StarterWorld> = import.meta.glob<{ default: StarterWorld }>('/content/worlds/*.yaml');
const quizFiles: Loaders<Quiz> = import.meta.glob<{ default: Quiz }>('/content/quizzes/*.yaml');

/** Rejects where there is no such lesson; look in `lessons` first where the id comes from outside. */
export function loadLesson(id: string): Promise<Lesson> {
  return load('lesson', id, lessonFiles[`/content/lessons/${id}/lesson.en.md`]);
}

export function loadScenario(id: string): Promise<Scenario> {
  return load('scenario', id, scenarioFiles[`/content/scenarios/${id}.yaml`]);
}

/** All of them, in the order of the curriculum. */
export function loadScenarios(): Promise<readonly Scenario[]> {
  return Promise.all(scenarios.map(({ id }) => loadScenario(id)));
}

export function loadWorld(id: string): Promise<StarterWorld> {
  return load('world', id, worldFiles[`/content/worlds/${id}.yaml`]);
}

export function loadQuiz(id: string): Promise<Quiz> {
  return load('quiz', id, quizFiles[`/content/quizzes/${id}.yaml`]);
}

async function load<K extends Kind>(
  kind: K,
  id: string,
  loader: Loaders<ContentByKind[K]>[string] | undefined,
): Promise<ContentByKind[K]> {
  const change = changes.get(`${kind} ${id}`);
  // The key holds the kind, so the value is of that kind.
  if (change !== undefined) return change.value as ContentByKind[K];
  if (loader === undefined) throw new Error(`There is no ${kind} "${id}"`);
  return (await loader()).default;
}

/** The newest of what was edited: a module that was imported once is not imported anew. */
const changes = new Map<string, ContentChange>();
const listeners = new Set<(change: ContentChange) => void>();

/** Tells of files edited while the app runs, until the returned function is called. */
export function onContentChange(listener: (change: ContentChange) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

if (import.meta.env.DEV && typeof window !== 'undefined') {
  // Sent by every content module when its file changes: see `moduleOf` in build/modules.ts.
  window.addEventListener('content:change', (event) => {
    const change = (event as CustomEvent<ContentChange>).detail;
    changes.set(`${change.kind} ${change.id}`, change);
    for (const listener of listeners) listener(change);
  });
}
