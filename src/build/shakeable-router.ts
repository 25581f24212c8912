import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Lets the build leave out what the app does not use of react-router. The package names its components
 * (`Link.displayName = …`) and makes them by calls that are not marked pure, so that a bundler has to keep all
 * of them; and what it exports by default is its development build.
 */
export function shakeableRouter(): Plugin {
  const development = fileURLToPath(import.meta.resolve('react-router'));
  const production = path.resolve(path.dirname(development), '../production/index.mjs');
  return {
    name: 'shakeable-router',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^react-router$/ },
      handler: () => production,
    },
    transform: {
      filter: { id: /react-router\/dist\/production\/.+\.mjs$/ },
      handler: (code) => ({
        code: code
          .replaceAll(/^\w+\.displayName = "\w+";$/gm, '')
          .replaceAll(/= (?=React\d*\.(?:forwardRef|createContext|memo)\()/g, '= /* @__PURE__ */ '),
        map: null,
      }),
    },
  };
}
