import { createHash } from 'node:crypto';

/** Scripts that run: none of a file, no block of data. */
const inlineScript = /<script(?![^>]*\s(?:src|type\s*=\s*"application\/json")[\s=>])[^>]*>([\s\S]*?)<\/script>/gi;

/** The CSP sources of the scripts written into these pages, each once. */
export function inlineScriptHashes(pages: readonly string[]): readonly string[] {
  const hashes = new Set<string>();
  for (const page of pages) {
    for (const [, script = ''] of page.matchAll(inlineScript)) {
      hashes.add(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    }
  }
  return [...hashes].toSorted();
}

/**
 * What a page may do: load its own files and nothing else, run no text as code, be framed only by ourselves. The one
 * policy for Trusted Types names the address of the SDK's worker (`src/sdk/start.ts`).
 */
export function contentSecurityPolicy(scriptHashes: readonly string[]): string {
  return [
    `default-src 'none'`,
    ["script-src 'self'", ...scriptHashes].join(' '),
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `object-src 'none'`,
    `frame-ancestors 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types sdk-worker`,
  ].join('; ');
}

/**
 * What a worker may do that runs a learner's program: import its own files and the text of the program, which is a
 * blob. No network, no other text as code, no further worker.
 */
export const workerSecurityPolicy = [
  `default-src 'none'`,
  `script-src 'self' blob:`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
].join('; ');
