import type { EnvironmentModuleGraph, EnvironmentModuleNode, ErrorPayload, Plugin } from 'vite';
import { ContentStore } from './content-store.ts';
import type { Update } from './content-store.ts';
import type { LoadedContent } from './load.ts';
import { indexModule, moduleOf } from './modules.ts';
import { describeProblems } from './problem.ts';
import type { Problem } from './problem.ts';

const indexId = 'virtual:content/index';
const resolvedIndexId = `\0${indexId}`;

/**
 * Turns `content/` into modules: one for each file, with its compiled value as the default export, and
 * `virtual:content/index` with the summaries. A build with problems fails and names all of them; the
 * development server shows them over the page.
 */
export function contentPlugin(): Plugin {
  const store = new ContentStore();
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
      filter: { id: /^virtual:content\/index$/ },
      handler: () => resolvedIndexId,
    },
    load: {
      filter: { id: [/^\0virtual:content\/index$/, /\/content\/.+\.(?:md|yaml)$/] },
      async handler(id) {
        const content = await store.current();
        if (id === resolvedIndexId) {
          if (content.problems.length > 0) this.error(listOf(content.problems));
          return { code: indexModule(content), moduleType: 'js' };
        }
        const file = store.fileAt(id);
        if (file === undefined) return null;
        const problems = content.problems.filter((problem) => problem.file === file.file);
        if (problems.length > 0) this.error(listOf(problems));
        return { code: moduleOf(file, content.files.get(file.file)), moduleType: 'js' };
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
  const index = moduleGraph.getModuleById(resolvedIndexId);
  const indexChanged = shown === undefined || indexModule(shown) !== indexModule(now);
  // A mended file without a module leaves only the index to take the message off the page.
  if (index !== undefined && (indexChanged || (mended && changed.size === 0))) changed.add(index);
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
