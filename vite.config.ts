import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { layerOrder } from './src/build/layer-order.ts';
import { contentPlugin } from './src/content/build/plugin.ts';

export default defineConfig({
  plugins: [react(), contentPlugin(), layerOrder('src/ui/styles/layers.css')],
  build: {
    // The first versions with light-dark(): older ones would need every colour written twice.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // The budget reads the manifest; the static server does not serve dot folders.
    manifest: true,
    // Every browser of the target preloads modules itself.
    modulePreload: { polyfill: false },
    // The CSP allows fonts and styles from files only.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // What the first screen loads at once is one file: split by who shares what it would be ten small ones.
      output: {
        codeSplitting: {
          groups: [
            { name: 'shell', tags: ['$initial'] },
            { name: 'prose', test: /src\/ui\/(content|router\/AppLink|kit\/(Code|WireFrame)\.)/ },
          ],
        },
      },
    },
  },
});
