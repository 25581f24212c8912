/** Words of the theatre about a request of the sandbox. */
export const sandboxFlowWords = {
  open: 'Open in the token flow',
  opening: 'Opening the world of the sandbox…',
  summary: (entry: number) => `Entry ${entry} of your sandbox, message by message.`,
  back: 'Back to the sandbox',
  noneTitle: 'No request to watch',
  noWorld: 'No world of the sandbox is kept in this browser.',
  missing: (entry: number | null) =>
    entry === null
      ? 'Nobody has asked for anything in your sandbox yet.'
      : `Entry ${entry} of your sandbox is no request.`,
  noneText: 'A world is kept in the browser that made it. Another one may have taken its place.',
  toSandbox: 'Open the sandbox',
  toLast: 'Watch the last request of the sandbox',
  toScenarios: 'Choose a scenario',
} as const;
