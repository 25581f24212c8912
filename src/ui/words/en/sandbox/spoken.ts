/** One command in the languages of Azure. */
export const spokenWords = {
  summary: 'As az, REST and Bicep',
  loading: 'Writing it down',
  nothing: 'This is the simulator’s own: Azure has no words for it.',
  commandLine: 'Command line',
  rest: 'REST',
  bicep: 'Bicep',
  copy: (language: string) => `Copy ${language}`,
} as const;
