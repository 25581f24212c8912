/** What the theatre says beyond the player of a figure. */
export const theatreWords = {
  loop: 'Repeat this step',
  readAloud: 'Read the steps aloud',
  keys: [
    ['1 … 9', 'To that step'],
    ['L', 'Repeat this step, or go on'],
    ['< >', 'Slower, faster'],
    ['Enter', 'On an id, or on a part of a message with one: keep it in the lens'],
    ['Esc', 'Let the id go'],
  ],
  voiceKeys: [['V', 'Read the steps aloud, or be silent']],
  export: 'Take the picture along',
  exportSvg: 'SVG picture',
  exportPng: 'PNG picture',
  exportMermaid: 'Mermaid text',
  exported: (name: string) => `${name} is in your downloads.`,
  exportFailed: 'The picture could not be made in this browser.',
} as const;
