import path from 'node:path';
import type { Plugin, UserConfig } from 'vite';

/**
 * Builds whose own browser build is a stub, or wants a document: the worker takes the one for Node
 * (`@azure/identity` throws "not supported in the browser", `@azure/core-xml` parses with DOMParser).
 */
const nodeBuilds: Readonly<Record<string, string>> = {
  '@azure/identity': 'node_modules/@azure/identity/dist/esm/index.js',
  '@azure/core-xml': 'node_modules/@azure/core-xml/dist/esm/index.js',
};

/** What stands for Node's own modules, and for one that needs them; see `src/sdk/node`. */
const stands: Readonly<Record<string, string>> = {
  child_process: 'child-process',
  crypto: 'crypto',
  fs: 'fs',
  'fs/promises': 'fs-promises',
  http: 'absent',
  jsonwebtoken: 'absent',
  open: 'absent',
  path: 'absent',
};

/** The packages of the clients; others, such as those of the page, are left as they are. */
const clients = /\/node_modules\/@(azure|typespec)\//;

/** Lets the official clients be bundled for a worker: everything else of them is their own browser build. */
export function sdkForWorker(): Plugin {
  return {
    name: 'sdk-for-worker',
    enforce: 'pre',
    resolveId(id, importer) {
      const build = nodeBuilds[id];
      if (build !== undefined) return path.resolve(build);
      const stand = stands[id.replace(/^node:/, '')];
      const asks = importer !== undefined && clients.test(importer);
      return stand !== undefined && asks ? path.resolve(`src/sdk/node/${stand}.ts`) : null;
    },
    // Vite writes an empty object for `process.env` in code for browsers; here it is the program's environment.
    transform: {
      filter: { id: clients, code: /\bprocess\.env\b/ },
      handler: (code) => ({ code: code.replaceAll(/(?<![\w.])process\.env\b/g, 'self.process.env'), map: null }),
    },
  };
}

/** The same for the development server. */
export const sdkInDevelopment = {
  resolve: {
    alias: Object.entries(nodeBuilds).map(([name, file]) => ({
      find: new RegExp(`^${name}$`),
      replacement: path.resolve(file),
    })),
  },
  optimizeDeps: {
    include: ['@azure/identity', '@azure/keyvault-secrets', '@azure/storage-blob'],
    rolldownOptions: { plugins: [sdkForWorker()] },
  },
} satisfies UserConfig;

/** The folder of the built site, in each language, in which the worker's files are. */
export const sdkFolder = 'assets/sdk';

/** Whether an address is one of the worker's: its files are served with a policy of their own. */
export function isWorkerFile(address: string): boolean {
  return new RegExp(`^(/\\w+)?/${sdkFolder}/[^?#]+\\.js$`).test(address);
}
