import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * The order of cascade layers is set by the first stylesheet that names them, and lazy pages bring
 * stylesheets of their own in any order: so each says the whole order first.
 */
export function layerOrder(file: string): Plugin {
  const order = /@layer [^;{]+;/.exec(readFileSync(file, 'utf8'))?.[0];
  if (order === undefined) throw new Error(`${file} names no order of layers`);
  return {
    name: 'layer-order',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const asset of Object.values(bundle)) {
          if (asset.type === 'asset' && asset.fileName.endsWith('.css'))
            asset.source = `${order}${String(asset.source)}`;
        }
      },
    },
  };
}
