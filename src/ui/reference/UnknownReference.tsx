import { paths } from '#app/paths.ts';
import { buttonClass } from '#ui/kit/button-class.ts';
import { EmptyState } from '#ui/kit/EmptyState.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { PageTitle } from '#ui/router/PageTitle.tsx';
import { referenceWords as words } from '#words/reference/pages.ts';

/** An address below the reference that leads nowhere. */
export function UnknownReference() {
  return (
    <EmptyState
      title={<h1>{words.unknownTitle}</h1>}
      actions={
        <AppLink className={buttonClass('primary')} to={paths.reference.href()}>
          {words.title}
        </AppLink>
      }
    >
      <PageTitle title={words.unknownTitle} />
      <p>{words.unknownText}</p>
    </EmptyState>
  );
}
