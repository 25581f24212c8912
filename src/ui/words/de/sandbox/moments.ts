import type { momentWords as english } from '#ui/words/en/sandbox/moments.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of what comes by time alone. */
export const momentWords: Translated<typeof english> = {
  title: 'Was von selbst kommt',
  none: 'Nichts steht an.',
  goThere: (what, at) => `Bis ${at} vorspulen: ${what}`,
  go: 'Vorspulen',
  delays: 'Wie lange etwas dauert',
  replication: 'Neue Prinzipale sind außerhalb von Microsoft Entra ID bekannt',
  replications: {
    '0': 'sofort',
    '60': 'nach einer Minute',
    '180': 'nach drei Minuten',
    '600': 'nach zehn Minuten',
  },
};
