import { connections } from './rounds.ts';
import type { Compared } from './rounds.ts';

export interface CompanionFigures {
  readonly loads: readonly (Compared & { readonly what: string; readonly bytes: number })[];
  /** Milliseconds, here and below. */
  readonly starts: { readonly node: number; readonly plain: number; readonly https: number };
  readonly newToken: number;
  readonly signing: { readonly withKey: number; readonly withoutKey: number };
  readonly cachedToken: number;
}

export const companionHeading = '## Companion';

/** The companion's part of BENCH.md. */
export function companionTable({ loads, starts, newToken, signing, cachedToken }: CompanionFigures): string {
  const rows = loads.map(
    ({ what, bytes, ours, bare, ratio }) =>
      `| ${what}, ${bytes.toLocaleString('en')} bytes | ${whole(ours.perSecond)} | ${whole(bare.perSecond)} | ${ratio.toFixed(2)} | ${pair(ours)} | ${pair(bare)} | ${percent(ours.busy)}, ${percent(bare.busy)} |`,
  );
  return `${companionHeading}

Written by \`npm run bench\`: the built companion with \`--quiet\`, beside \`node:http\` alone that answers a constant body of
the same size, in turn in one run. ${connections} connections that are kept alive, one request at a time on each; client
and servers share the processors. Medians of the rounds. Where the client is busy for all of a processor it is what bounds the figure.

| request | companion, a second | bare, a second | ratio | companion p50, p99, ms | bare p50, p99, ms | client busy |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

| what | time |
| --- | ---: |
| start to the line of JSON | ${whole(starts.plain)} ms |
| the same with \`--https\` | ${whole(starts.https)} ms |
| start and end of Node with no program | ${whole(starts.node)} ms |
| first signature of a new signer, key included | ${whole(signing.withKey)} ms |
| signature of a new token | ${signing.withoutKey.toFixed(2)} ms |
| a new token over HTTP, signature included | ${newToken.toFixed(1)} ms |
| the engine's part of a token from the cache | ${whole(cachedToken * 1000)} µs |
`;
}

function pair({ p50, p99 }: { readonly p50: number; readonly p99: number }): string {
  return `${p50.toFixed(1)}, ${p99.toFixed(1)}`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
