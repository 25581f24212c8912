import react from '@vitejs/plugin-react';
import { defineConfig, runnerImport, type UserConfig } from 'vite';
import { english, languages, type Language } from './src/app/languages.ts';
import { layerOrder } from './src/build/layer-order.ts';
import { scopedNames } from './src/build/scoped-names.ts';
import { sdkFolder, sdkForWorker, sdkInDevelopment } from './src/build/sdk-packages.ts';
import { shakeableRouter } from './src/build/shakeable-router.ts';
import { translatedWords } from './src/build/translated-words.ts';
import { contentPlugin, type ContentOptions } from './src/content/build/plugin.ts';
import type { SearchSource } from './src/content/search.ts';
import type { Teller } from './src/content/build/teller.ts';

/**
 * What the content asks of the engine and of the words of a language. Loaded when the content is read, not with this
 * file: a change of the engine would restart the server.
 */
function asked(language: Language): ContentOptions {
  async function load<Module>(file: string): Promise<Module> {
    const config = { root: import.meta.dirname, plugins: [translatedWords(language)] };
    return (await runnerImport<Module>(file, config)).module;
  }
  return {
    teller: async () => (await load<{ readonly teller: Teller }>('/src/teller.ts')).teller,
    searchTables: async () =>
      (await load<{ readonly searchTables: readonly SearchSource[] }>('/src/search-tables.ts')).searchTables,
    language: language === english ? undefined : language.code,
  };
}

/** The site in one language. */
export function siteConfig(language: Language): UserConfig {
  return {
    base: `${language.base}/`,
    plugins: [
      react(),
      translatedWords(language),
      contentPlugin(asked(language)),
      layerOrder('src/ui/styles/layers.css'),
      shakeableRouter(),
    ],
    // Readable, and without a hash in each name: on a first lesson that is 1 kB.
    css: { modules: { generateScopedName: scopedNames() } },
    build: {
      // The first versions with light-dark(): older ones would need every colour written twice.
      target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
      // The budget reads the manifest; the static server does not serve dot folders.
      manifest: true,
      // Every browser of the target preloads modules itself.
      // A page's scripts are preloaded by its own HTML, and by links that are pointed at; a list of them all would be
      // a kilobyte of the first screen.
      modulePreload: { polyfill: false, resolveDependencies: (_file, files) => files.filter(isStyle) },
      // The CSP allows fonts and styles from files only.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      // Weight is watched page by page, in src/build/budgets.ts.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
    // The official clients, for a worker that is started when somebody runs a program with them.
    worker: {
      format: 'es',
      plugins: () => [sdkForWorker()],
      rolldownOptions: {
        output: {
          entryFileNames: `${sdkFolder}/[name]-[hash].js`,
          chunkFileNames: `${sdkFolder}/[name]-[hash].js`,
        },
      },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            // What the first screen loads at once is one file: split by who shares what it would be ten small ones.
            output: {
              codeSplitting: {
                groups: [
                  { name: 'shell', tags: ['$initial'] },
                  {
                    name: 'prose',
                    test: /src\/ui\/(content|router\/AppLink|kit\/(Code|WireFrame)\.|lesson\/still\/StillSteps|lesson\/blocks\/(Aside|CodeListing|Heading|List|Table)\.|words\/\w+\/lesson\.ts)/,
                  },
                ],
              },
            },
          },
        },
      },
    },
  };
}

function isStyle(file: string): boolean {
  return file.endsWith('.css');
}

/** `vite --mode de`: another language than English is chosen by its code. */
export default defineConfig(({ mode, command }) => {
  const config = siteConfig(languages.find(({ code }) => code === mode) ?? english);
  // The plugins of workers are for the build alone: in development the SDK is bundled with the other dependencies.
  return command === 'serve' ? { ...config, ...sdkInDevelopment } : config;
});
