import { useEffect, useState } from 'react';
import { useContentLibrary } from '#app/content-library.ts';
import { forgetScene, loadScene } from '#app/flow/load-scene.ts';
import type { FlowScene } from '#app/flow/scene.ts';

export type SceneState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly scene: FlowScene }
  | { readonly state: 'failed'; readonly retry: () => void };

interface Loaded {
  readonly wanted: object;
  readonly scene: FlowScene | null;
}

const loading: SceneState = { state: 'loading' };

/** The scene of a scenario, played in the engine when it is first wanted; null waits. */
export function useScene(id: string | null): SceneState {
  const library = useContentLibrary();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [wanted, setWanted] = useState({ id });
  // A new object asks again, as a new id does.
  if (wanted.id !== id) setWanted({ id });

  useEffect(() => {
    if (wanted.id === null) return;
    let current = true;
    const keep = (scene: FlowScene | null) => {
      if (current) setLoaded({ wanted, scene });
    };
    loadScene(library, wanted.id).then(keep, () => keep(null));
    return () => {
      current = false;
    };
  }, [library, wanted]);

  useEffect(
    () =>
      library.onContentChange?.((change) => {
        if (change.kind !== 'scenario' || change.id !== wanted.id) return;
        forgetScene(library, change.id);
        setWanted({ id: change.id });
      }),
    [library, wanted],
  );

  if (loaded === null || loaded.wanted !== wanted) return loading;
  if (loaded.scene !== null) return { state: 'ready', scene: loaded.scene };
  return { state: 'failed', retry: () => setWanted({ id }) };
}
