import type { spokenWords as english } from '#ui/words/en/sandbox/spoken.ts';
import type { Translated } from '#ui/words/translation.ts';

/** One command in the languages of Azure. */
export const spokenWords: Translated<typeof english> = {
  summary: 'Als az, REST und Bicep',
  loading: 'Wird aufgeschrieben',
  nothing: 'Das gehört zum Simulator: Azure hat keine Worte dafür.',
  commandLine: 'Befehlszeile',
  rest: 'REST',
  bicep: 'Bicep',
  copy: (language) => `${language} kopieren`,
};
