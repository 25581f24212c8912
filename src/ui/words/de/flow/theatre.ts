import type { theatreWords as english } from '#ui/words/en/flow/theatre.ts';
import type { Translated } from '#ui/words/translation.ts';

/** What the theatre says beyond the player of a figure. */
export const theatreWords: Translated<typeof english> = {
  loop: 'Diesen Schritt wiederholen',
  readAloud: 'Schritte vorlesen',
  keys: [
    ['1 … 9', 'Zu diesem Schritt'],
    ['L', 'Diesen Schritt wiederholen, oder weitergehen'],
    ['< >', 'Langsamer, schneller'],
    ['Eingabe', 'Auf einer ID, oder auf einem Teil einer Nachricht mit einer: die ID festhalten'],
    ['Esc', 'Die ID loslassen'],
  ],
  voiceKeys: [['V', 'Die Schritte vorlesen, oder schweigen']],
  export: 'Bild mitnehmen',
  exportSvg: 'Bild als SVG',
  exportPng: 'Bild als PNG',
  exportMermaid: 'Text für Mermaid',
  exported: (name) => `${name} liegt bei Ihren Downloads.`,
  exportFailed: 'Das Bild ließ sich in diesem Browser nicht erzeugen.',
};
