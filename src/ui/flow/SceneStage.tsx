import { ErrorBoundary } from '#ui/kit/ErrorBoundary.tsx';
import { flowWords } from '#ui/words/words.ts';
import { SceneFailure } from './SceneFailure.tsx';
import { Theatre } from './Theatre.tsx';
import { useScene } from './use-scene.ts';
import styles from './Theatre.module.css';

interface SceneStageProps {
  readonly id: string;
  readonly initial: number;
}

/** A scenario's theatre, and its place until the engine has played it. */
export function SceneStage({ id, initial }: SceneStageProps) {
  const scene = useScene(id);
  switch (scene.state) {
    case 'loading':
      return (
        <div className={styles.waiting}>
          <p data-waiting>{flowWords.loading}</p>
          <noscript>
            <p>{flowWords.needsScript}</p>
          </noscript>
        </div>
      );
    case 'failed':
      return <SceneFailure retry={scene.retry} />;
    case 'ready':
      return (
        <ErrorBoundary resetKey={id}>
          <Theatre id={id} scene={scene.scene} initial={initial} />
        </ErrorBoundary>
      );
  }
}
