/** Words of the page that shows the world of a companion. */
export const sharedWorldWords = {
  connecting: 'Connecting to the companion',
  live: 'Live',
  notConnected: 'Not connected',
  whose: (address: string) => `The companion’s world at ${address}`,
  sharedHint: 'You and your own code act in it together, so there is no undo.',
  watch: 'Watch the latest request',
  leave: 'Leave',
  leaveHint: 'Go back to your own world in this browser. It is as you left it.',
  lostTitle: 'The companion does not answer.',
  lostText: 'If it was ended, start it again with',
  lostNext: 'and open the address that it prints. If it is only slow, this page connects again by itself.',
  command: 'npm run companion',
  waiting: (steps: number) =>
    steps === 1
      ? '1 step waits here. It is sent once the connection is back.'
      : `${steps} steps wait here. They are sent once the connection is back.`,
  discard: (steps: number) => (steps === 1 ? 'Discard the step' : `Discard the ${steps} steps`),
  tryNow: 'Try now',
  refusedTitle: 'The companion lets this page in no more.',
  refusedText: 'It was probably started again, and has a new secret with each start. Open the address that it printed.',
  notOpened: {
    lost: 'There is no answer from a companion here.',
    refused: 'The companion’s world was not opened.',
    unknown: 'There is no companion at this address: it is served by something else.',
    again: 'Try again',
    own: 'Open your own world',
  },
  mishaps: {
    refused: (step: string, message: string) => `The companion did not take “${step}”: ${message}`,
    lost: (step: string) =>
      `No answer came to “${step}”. If it was done all the same, it is in the log once the connection is back.`,
    unsent: (step: string) => `“${step}” was not sent. The companion knows nothing of it.`,
    notReplaced: (message: string | null) =>
      message === null
        ? 'The other world was not opened: the companion does not answer.'
        : `The other world was not opened: ${message}`,
    dismiss: 'Close',
  },
  replace: {
    title: 'Put another world in the place of this one?',
    text: 'Everybody who uses this companion, your own code too, has the other world from then on. Hosts that are not in it are gone, with their addresses.',
    replace: 'Replace it for everybody',
    keep: 'Keep this one',
  },
  moreOf: (line: string) => `Show what was sent: ${line}`,
  flow: (entry: number) => `Entry ${entry} of the companion’s world, message by message.`,
  flowNewest: (entry: number) => `The latest request of the companion’s world, entry ${entry}, message by message.`,
  newer: 'There is a newer request.',
} as const;
