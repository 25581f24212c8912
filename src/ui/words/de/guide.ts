import type { guideWords as english } from '#ui/words/en/guide.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of the page that shows the guide; the guide itself is in `content/`. */
export const guideWords: Translated<typeof english> = {
  contents: 'Auf dieser Seite',
  sources: 'Quellen, und wo danach gefragt wurde',
  notTranslated: 'Diese Anleitung ist noch nicht übersetzt. Sie erscheint auf Englisch.',
  languages: {
    sh: 'Shell',
    text: 'Ausgabe',
    xml: 'XML',
    csharp: 'C#',
    json: 'JSON',
  },
};
