import { loadNewest } from './edited.ts';
import type { Loaders } from './edited.ts';
import type { Quiz, Scenario, StarterWorld } from './types.ts';

/** What is taught besides the lessons: a chunk of its own, for the pages that show it. See `catalogue.ts`. */
export { quizzes, scenarioGroups, scenarios, worlds } from 'virtual:content/collections';
export { onContentChange } from './edited.ts';

const scenarioFiles: Loaders<Scenario> = import.meta.glob<{ default: Scenario }>('/content/scenarios/*.yaml');
const worldFiles: Loaders<StarterWorld> = import.meta.glob<{ default: StarterWorld }>('/content/worlds/*.yaml');
const quizFiles: Loaders<Quiz> = import.meta.glob<{ default: Quiz }>('/content/quizzes/*.yaml');

/** Rejects where there is no such scenario; look in `scenarios` first where the id comes from outside. */
export function loadScenario(id: string): Promise<Scenario> {
  return loadNewest('scenario', id, scenarioFiles[`/content/scenarios/${id}.yaml`]);
}

export function loadWorld(id: string): Promise<StarterWorld> {
  return loadNewest('world', id, worldFiles[`/content/worlds/${id}.yaml`]);
}

export function loadQuiz(id: string): Promise<Quiz> {
  return loadNewest('quiz', id, quizFiles[`/content/quizzes/${id}.yaml`]);
}
