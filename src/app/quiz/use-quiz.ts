import { useEffect, useState } from 'react';
import type { Quiz } from '#content/types.ts';
import { useContentLibrary } from '#app/content-library.ts';

export type QuizState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly quiz: Quiz }
  | { readonly state: 'failed'; readonly retry: () => void };

interface Loaded {
  readonly wanted: object;
  readonly quiz: Quiz | null;
}

const loading: QuizState = { state: 'loading' };

/** The questions of a quiz that the library lists. */
export function useQuiz(id: string): QuizState {
  const library = useContentLibrary();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [wanted, setWanted] = useState({ id });
  // A new object asks again, as a new id does.
  if (wanted.id !== id) setWanted({ id });

  useEffect(() => {
    let current = true;
    const keep = (quiz: Quiz | null) => {
      if (current) setLoaded({ wanted, quiz });
    };
    library.loadQuiz(wanted.id).then(keep, () => keep(null));
    return () => {
      current = false;
    };
  }, [library, wanted]);

  if (loaded === null || loaded.wanted !== wanted) return loading;
  if (loaded.quiz !== null) return { state: 'ready', quiz: loaded.quiz };
  return { state: 'failed', retry: () => setWanted({ id }) };
}
