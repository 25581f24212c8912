import type { sandboxFlowWords as english } from '#ui/words/en/flow/sandbox-flow.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of the theatre about a request of the sandbox. */
export const sandboxFlowWords: Translated<typeof english> = {
  open: 'Im Tokenfluss öffnen',
  opening: 'Die Welt der Sandbox wird geöffnet …',
  summary: (entry) => `Eintrag ${entry} Ihrer Sandbox, Nachricht für Nachricht.`,
  back: 'Zurück zur Sandbox',
  noneTitle: 'Keine Anforderung zum Ansehen',
  noWorld: 'In diesem Browser ist keine Welt der Sandbox aufbewahrt.',
  missing: (entry) =>
    entry === null
      ? 'In Ihrer Sandbox hat noch niemand etwas angefordert.'
      : `Eintrag ${entry} Ihrer Sandbox ist keine Anforderung.`,
  noneText:
    'Eine Welt wird in dem Browser aufbewahrt, in dem sie entstanden ist. Vielleicht steht eine andere an ihrer Stelle.',
  toSandbox: 'Sandbox öffnen',
  toLast: 'Letzte Anforderung der Sandbox ansehen',
  toScenarios: 'Szenario wählen',
};
