import type { EnvironmentModuleGraph, EnvironmentModuleNode, ErrorPayload, Plugin } from 'vite';
import type { Teller } from './teller.ts';
import type { SearchSource } from '../search.ts';
import { ContentStore } from './content-store.ts';
import type { Update } from './content-store.ts';
import type { LoadedContent } from './load.ts';
import { listModules, moduleOf, searchModule } from './modules.ts';
import { describeProblems } from './problem.ts';
import type { Problem } from './problem.ts';
import { searchData, searchEntries } from './search.ts';

type ListId = keyof typeof listModules;

const listIds = Object.keys(listModules) as readonly ListId[];

const searchId = 'virtual:content/search';

export interface ContentOptions {
  /** A language whose words in `content/<language>/` stand in for the English ones. */
  readonly language?: string | undefined;
  /** What can be found besides the content: the tables of the engine, with the page's own words for them. */
  readonly searchTables?: () => Promise<readonly SearchSource[]>;
  /** Who says live blocks in words; asked for anew each time the content is read. */
  readonly teller?: () => Promise<Teller>;
}

function isListId(id: string): id is ListId {
  return Object.hasOwn(listModules, id);
}

/**
 * Turns `content/` into modules: one for each file, with what the page gets of it as the default export, and
 * `virtual:content/…` with the summaries. A build with problems fails and names all of them; the
 * development server shows them over the page.
 */
export function contentPlugin({ searchTables, teller, language }: ContentOptions = {}): Plugin {
  const store = new ContentStore(teller, language);
  return {
    name: 'content',
    configResolved(config) {
      store.root = config.root;
      store.building = config.command === 'build';
    },
    async buildStart() {
      if (!store.building) return;
      const { problems } = await store.current();
      if (problems.length > 0) this.error(listOf(problems));
    },
    resolveId: {
      filter: { id: /^virtual:content\// },
      handler: (id) => (isListId(id) || id === searchId ? `\0${id}` : null),
    },
    load: {
      filter: { id: [/^\0virtual:content\//, /\/content\/.+\.(?:md|yaml)$/] },
      async handler(id) {
        const content = await store.current();
        const list = id.slice(1);
        if (isListId(list)) {
          if (content.problems.length > 0) this.error(listOf(content.problems));
          return { code: listModules[list](content), moduleType: 'js' };
        }
        if (list === searchId) {
          const entries = [...searchEntries(content), ...((await searchTables?.()) ?? [])];
          return { code: searchModule(searchData(entries)), moduleType: 'js' };
        }
        const file = store.fileAt(id);
        if (file === undefined) return null;
        const problems = content.problems.filter((problem) => problem.file === file.file);
        if (problems.length > 0) this.error(listOf(problems));
        const compiled = content.files.get(file.file);
        return compiled === undefined ? null : { code: moduleOf(file, compiled, content), moduleType: 'js' };
      },
    },
    watchChange() {
      if (store.building) store.forget();
    },
    async hotUpdate({ file, modules, timestamp }) {
      if (!store.holds(file)) return undefined;
      const update = await store.reload(timestamp);
      const { problems } = update.now;
      if (problems.length === 0) return modulesToUpdate(store, this.environment.moduleGraph, modules, update);
      this.environment.hot.send(overlay(problems));
      return [];
    },
    buildEnd: () => store.close(),
  };
}

function modulesToUpdate(
  store: ContentStore,
  moduleGraph: EnvironmentModuleGraph,
  modules: readonly EnvironmentModuleNode[],
  { mended, shown, now }: Update,
): EnvironmentModuleNode[] {
  const changed = new Set(modules);
  for (const file of changedFiles(shown, now)) {
    for (const module of moduleGraph.getModulesByFile(store.absolute(file)) ?? []) changed.add(module);
  }
  for (const id of listIds) {
    const list = moduleGraph.getModuleById(`\0${id}`);
    const listChanged = shown === undefined || listModules[id](shown) !== listModules[id](now);
    // A mended file without a module leaves only a list to take the message off the page.
    if (list !== undefined && (listChanged || (mended && changed.size === 0))) changed.add(list);
  }
  return [...changed];
}

/** Also those that were saved while another file had a problem, and were held back then. */
function changedFiles(shown: LoadedContent | undefined, now: LoadedContent): readonly string[] {
  if (shown === undefined) return [];
  return [...now.files].flatMap(([file, value]) =>
    JSON.stringify(value) === JSON.stringify(shown.files.get(file)) ? [] : [file],
  );
}

function listOf(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return `${count} in the content:\n${describeProblems(problems)}`;
}

function overlay(problems: readonly Problem[]): ErrorPayload {
  return { type: 'error', err: { message: listOf(problems), stack: '', plugin: 'content' } };
}
