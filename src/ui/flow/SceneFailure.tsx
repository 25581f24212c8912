import { Button } from '#ui/kit/Button.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { flowWords } from '#ui/words/words.ts';

/** The scenario or the engine did not arrive. */
export function SceneFailure({ retry }: { readonly retry: () => void }) {
  return (
    <Notice
      tone="refused"
      live
      title={flowWords.failedTitle}
      actions={
        <Button icon="restart" onClick={retry}>
          {flowWords.tryAgain}
        </Button>
      }
    >
      <p>{flowWords.failedText}</p>
    </Notice>
  );
}
