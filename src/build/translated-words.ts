import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { english, type Language } from '#app/languages.ts';

const words = 'src/ui/words';

/** Puts the words of a language into the place of the English ones, file by file; what is not translated stays English. */
export function translatedWords({ code, name }: Language): Plugin {
  const folder = path.resolve(words, code);
  return {
    name: 'translated-words',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^#words\// },
      handler(id) {
        if (code === english.code) return null;
        const file = path.join(folder, id.slice('#words/'.length));
        return existsSync(file) ? file : null;
      },
    },
    buildStart() {
      if (code === english.code || this.environment.config.command !== 'build') return;
      const all = filesIn(path.resolve(words, english.code));
      const missing = all.filter((file) => !existsSync(path.join(folder, file)));
      if (missing.length > 0 && this.environment.name === 'client') {
        console.log(`${name}: ${missing.length} of ${all.length} files of words are not translated and stay English`);
      }
    },
  };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
}
