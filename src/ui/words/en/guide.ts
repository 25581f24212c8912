/** Words of the page that shows the guide; the guide itself is in `content/`. */
export const guideWords = {
  contents: 'On this page',
  sources: 'Sources, and where people asked for it',
  notTranslated: 'This guide is not translated yet. It is shown in English.',
  languages: {
    sh: 'Shell',
    text: 'Output',
    xml: 'XML',
    csharp: 'C#',
    json: 'JSON',
  } as Readonly<Record<string, string>>,
} as const;
