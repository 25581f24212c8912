import { build } from 'vite';

/** `npm run build:companion`: the companion as plain JavaScript that Node starts by itself, in a fraction of a second. */
export async function main([folder = 'dist-companion']: readonly string[]): Promise<void> {
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: false,
    logLevel: 'warn',
    // All in one, its packages included: it runs from wherever it is written to.
    ssr: { noExternal: true },
    build: {
      ssr: 'src/companion/main.ts',
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
}
