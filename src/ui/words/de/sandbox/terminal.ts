import type { terminalWords as english } from '#ui/words/en/sandbox/terminal.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words around the terminal; what it prints is its own. */
export const terminalWords: Translated<typeof english> = {
  title: 'Terminal',
  open: 'Terminal',
  close: 'Terminal schließen',
  loading: 'Terminal wird geöffnet',
  welcome:
    'Die Azure CLI dieser Welt. Versuchen Sie az login, az account show, az resource list, az vm create, curl oder help. Tab vervollständigt, die Pfeiltaste nach oben holt Eingaben zurück.',
  output: 'Ausgabe des Terminals',
  line: 'Befehlszeile',
  prompt: (who, place) => `${who}@${place}$`,
  laptop: 'laptop',
  clear: 'Leeren',
  copyAll: 'Alles kopieren',
  failed: 'Die Zeile konnte nicht ausgeführt werden: Das Lab hat hier einen Fehler.',
};
