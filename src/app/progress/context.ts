import { createContext, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Progress } from './progress.ts';

const ProgressContext = createContext<StoreApi<Progress> | null>(null);

/** Hands down what is kept of the learner: `value={createProgress(browserStorage())}`, made once by main.tsx. */
export const ProgressProvider = ProgressContext.Provider;

/**
 * A part of the learner's progress, such as `({ record }) => record.quizzes[quizId]?.answers`, or one of the
 * ways to change it, such as `({ answerQuestion }) => answerQuestion`. Select stable values, not new objects.
 */
export function useProgress<Selected>(select: (progress: Progress) => Selected): Selected {
  const store = useContext(ProgressContext);
  if (store === null) throw new Error('useProgress needs a ProgressProvider above it');
  return useStore(store, select);
}
