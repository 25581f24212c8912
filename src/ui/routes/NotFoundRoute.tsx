import { paths } from '#app/paths.ts';
import { buttonClass } from '#ui/kit/button-class.ts';
import { EmptyState } from '#ui/kit/EmptyState.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { shellWords } from '#ui/words/words.ts';

export function NotFoundRoute() {
  return (
    <EmptyState
      title={<h1>{shellWords.notFoundTitle}</h1>}
      actions={
        <AppLink className={buttonClass('primary')} to={paths.home.href()}>
          {shellWords.notFoundGo}
        </AppLink>
      }
    >
      <p>{shellWords.notFoundText}</p>
    </EmptyState>
  );
}
