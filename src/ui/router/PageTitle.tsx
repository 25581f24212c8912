import { shellWords } from '#ui/words/words.ts';

/** Sets the title of the window. */
export function PageTitle({ title }: { readonly title: string }) {
  return <title>{title === shellWords.home ? shellWords.product : shellWords.pageTitle(title)}</title>;
}
