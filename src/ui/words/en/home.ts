export const homeWords = {
  title: 'Watch an Azure app sign in with no password',
  lead: 'A simulated Azure in your browser. Give a machine an identity, follow its token to the vault, then delete things and see what stays behind. No subscription, no account.',
  start: 'Start the first lesson',
  goOn: (lesson: string) => `Go on with ${lesson}`,
  more: 'Or go straight to',
  entries: {
    lessons: { title: 'Lessons', text: '23 short ones, from the first secret to running it all.' },
    flow: { title: 'Token flow', text: 'Every request and answer, step by step, forwards and back.' },
    lanes: { title: 'Two lanes', text: 'The same events with both kinds of identity, side by side, and counted.' },
    sandbox: { title: 'Sandbox', text: 'Build a small Azure of your own. Break it. Undo it.' },
    quiz: { title: 'Quiz', text: 'System-assigned or user-assigned? The simulator holds the key.' },
    reference: {
      title: 'Reference',
      text: 'Terms, roles, errors, claims and limits, from the simulator’s own tables.',
    },
    ownCode: {
      title: 'Your own code',
      text: 'Run a program with the official Azure SDK on your own machine against this Azure, and see each request drawn.',
    },
  },
  miniature: {
    title: (host: string) => `How ${host} reads a secret without storing one`,
    description: (host: string, target: string) =>
      `${host} with its application and IMDS in a subscription, Microsoft Entra ID with the service principal of ${host} in a tenant, and ${target} with a role assignment for it.`,
    ready: (count: number) =>
      count === 0 ? 'From the question to the secret.' : `${count} messages, from the question to the secret.`,
    controls: 'Steps of the picture',
    play: 'Play',
    pause: 'Pause',
    again: 'Play again',
    back: 'Back',
    next: 'Next',
    twin: 'Read it as steps',
    tenant: 'Microsoft Entra tenant',
    subscription: 'Azure subscription',
    application: 'application',
    imds: 'IMDS',
    imdsAddress: '169.254.169.254',
    entra: 'Entra ID',
    secret: 'secret',
    captions: {
      ask: 'The application asks IMDS, an address that only this machine can reach, for a token for Key Vault. It sends no password.',
      prove:
        'On a miss in its cache, IMDS asks Microsoft Entra ID, with a certificate that Azure keeps for the identity.',
      issue: (host: string) => `Entra ID issues a token for the service principal ${host}.`,
      hand: 'IMDS hands the token to the application and keeps a copy for about a day.',
      call: (target: string) => `The application calls ${target} and shows the token.`,
      open: (role: string) => `The vault finds the role ${role} for that principal, and answers with the secret.`,
    },
  },
} as const;
