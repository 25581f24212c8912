/** Words of what comes by time alone. */
export const momentWords = {
  title: 'What comes by itself',
  none: 'Nothing is due.',
  goThere: (what: string, at: string) => `Move to ${at}: ${what}`,
  go: 'Move there',
  delays: 'How long things take',
  replication: 'New principals are known outside Microsoft Entra ID',
  replications: {
    '0': 'at once',
    '60': 'after a minute',
    '180': 'after three minutes',
    '600': 'after ten minutes',
  },
} as const;
