import type { ProgramId } from '#app/sdk/programs.ts';

const programs: Readonly<Record<ProgramId, { readonly title: string; readonly hint: string }>> = {
  secret: {
    title: 'Read a secret',
    hint: 'DefaultAzureCredential finds the identity of the place by itself. The first 401 of the vault is no mistake: it tells the client which token it wants.',
  },
  identity: {
    title: 'Choose an identity by its client ID',
    hint: 'ManagedIdentityCredential asks for the token of this one identity. The host has to carry it.',
  },
  blob: {
    title: 'Upload a blob and read it',
    hint: 'In a browser, and so here, a download is a Blob. In Node.js it is a stream: there, blob.downloadToBuffer() reads it.',
  },
  endpoint: {
    title: 'Ask the endpoint without the SDK',
    hint: 'The one request that all credentials for managed identities come down to.',
  },
};

/** Words around programs that run with the official SDK; what they print is their own. */
export const sdkWords = {
  title: 'Run the real SDK',
  intro: 'The official Azure SDK for JavaScript, unmodified. Whatever it sends is answered by this world.',
  close: 'Close the editor',
  place: 'Runs on',
  laptop: 'a laptop',
  program: 'Program',
  programs,
  editor: 'Text of the program',
  editorHint: 'Tab indents; press Escape first to leave the editor with it. Ctrl+Enter runs.',
  run: 'Run',
  stop: 'Stop',
  reset: 'Reset',
  output: 'Output of the program',
  empty: 'What the program prints and what it sends appear here.',
  loading: (packages: readonly string[]) =>
    packages.length === 0 ? 'Starting a worker' : `Loading ${packages.join(', ')}`,
  running: (place: string) => `Running on ${place}`,
  finished: 'Finished',
  failed: 'The program failed',
  failedAt: (line: number) => `The program failed in line ${line}`,
  stopped: 'Stopped',
  tooLong: (seconds: number) => `Stopped: it was still running after ${seconds} seconds`,
  tooManyRequests: (requests: number) => `Stopped: it sent more than ${requests} requests`,
  waitedTooLong: (minutes: number) => `Stopped: it would have waited for more than ${minutes} minutes`,
  stuck: 'It waits for a promise that nothing will settle.',
  unknownPackage: (name: string, known: readonly string[]) =>
    `There is no package ${name} here. A program can import ${known.join(', ')}.`,
  notLoaded: 'The SDK could not be loaded. Check the connection and run the program again.',
  code: (code: string) => `code ${code}`,
  statusCode: (status: number) => `statusCode ${status}`,
  lineMark: (line: number) => `Line ${line}: error`,
  unreached: 'no connection',
  waited: (seconds: number) =>
    `Waited ${seconds} s, as the SDK does before it tries again: the clock of this world moved on`,
  messages: (count: number) => (count === 1 ? 'The one message of this run' : `The ${count} messages of this run`),
} as const;
