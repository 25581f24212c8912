import { build, createServer } from 'vite';
import type { InlineConfig, Rolldown, ViteDevServer } from 'vite';
import { describe, expect, it, vi } from 'vitest';
import { contentPlugin } from '#content/build/plugin.ts';
import { soundContent, withProject, writeFiles } from './authoring.ts';

vi.setConfig({ testTimeout: 60_000 });

const lessonFile = 'content/en/lessons/a-lesson.md';
const lesson = soundContent[lessonFile] ?? '';
const diagram = '\n```mermaid\nsequenceDiagram\naccTitle: A token\naccDescr: How it goes.\nA->>B: x\n```\n';

const project = {
  ...soundContent,
  'index.html': '<script type="module" src="/main.js"></script>',
  'main.js': `import * as lessons from 'virtual:content/lessons';
import * as collections from 'virtual:content/collections';
globalThis.lists = [lessons, collections];
globalThis.lessons = import.meta.glob('/content/en/lessons/*.md');
globalThis.scenarios = import.meta.glob('/content/scenarios/*.yaml', { eager: true });
`,
};

function config(root: string): InlineConfig {
  return { root, configFile: false, logLevel: 'silent', clearScreen: false, plugins: [contentPlugin()] };
}

describe('a build', () => {
  function outputOf(files: Readonly<Record<string, string>>) {
    return withProject(files, async (root) => {
      const result = await build({ ...config(root), build: { write: false, minify: false } });
      return (result as Rolldown.RolldownOutput).output.flatMap((file) => (file.type === 'chunk' ? [file] : []));
    });
  }

  it('makes a chunk of a lesson and puts summaries where their lists are imported', async () => {
    const chunks = await outputOf({ ...project, [lessonFile]: lesson + diagram });
    const own = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(lessonFile));
    const entry = chunks.find(({ isEntry }) => isEntry);
    expect(own?.code).toContain('How it goes.');
    expect(own?.code).not.toContain('hot');
    expect(entry?.code).not.toContain('How it goes.');
    expect(entry?.code).toContain('What is asked?');
    expect(entry?.code).toContain('"count": 1');
    expect(entry?.code).toContain('"do": "request-token"');
  });

  it('fails with every problem, also those of files that nothing imports', async () => {
    const broken = {
      ...project,
      [lessonFile]: `${lesson}\n<br>\n`,
      'content/quizzes/a-quiz.yaml': (soundContent['content/quizzes/a-quiz.yaml'] ?? '').replace('why: It is.', ''),
    };
    const failure = await outputOf(broken).then(
      () => 'the build passed',
      (error: Error) => error.message,
    );
    expect(failure).toContain('3 problems in the content:\n');
    expect(failure).toContain(`${lessonFile}:18 HTML is not shown; write it as \`code\`\n`);
    expect(failure).toContain(
      'content/quizzes/a-quiz.yaml:7 questions[0].choices[0].why: missing; say why the choice is right or wrong',
    );
    expect(failure).toContain('there is no question "a-question"');
  });
});

describe('the development server', () => {
  function serving<Result>(
    files: Readonly<Record<string, string>>,
    work: (server: ViteDevServer, root: string) => Promise<Result>,
  ): Promise<Result> {
    return withProject(files, async (root) => {
      const server = await createServer({ ...config(root), server: { middlewareMode: true, ws: false } });
      try {
        return await work(server, root);
      } finally {
        await server.close();
      }
    });
  }

  const transform = async (server: ViteDevServer, url: string): Promise<string> =>
    (await server.environments.client.transformRequest(url))?.code ?? '';

  /**
   * Waits until the server tells the page this. The watcher may not be looking yet when the first write comes,
   * so the write is repeated; it may be seen twice, so other messages may come too.
   */
  async function expectTold(server: ViteDevServer, expected: object, work: () => Promise<void>): Promise<void> {
    const send = vi.spyOn(server.environments.client.hot, 'send');
    const isTold = () => expect(send).toHaveBeenCalledWith(expect.objectContaining(expected));
    const writing = setInterval(() => void work(), 4_000);
    try {
      await work();
      await vi.waitFor(isTold, { timeout: 30_000 });
    } finally {
      clearInterval(writing);
    }
    send.mockRestore();
  }

  const updateOf = (...files: readonly string[]) => ({
    type: 'update',
    updates: files.map((file): unknown => expect.objectContaining({ path: `/${file}`, acceptedPath: `/${file}` })),
  });
  const reload = { type: 'full-reload' };
  const problem = (message: string) => ({
    type: 'error',
    err: expect.objectContaining({ plugin: 'content', message: expect.stringContaining(message) }),
  });

  it('serves a lesson that takes itself anew and tells the catalogue', async () => {
    const code = await serving(project, (server) => transform(server, `/${lessonFile}`));
    expect(code).toContain('import.meta.hot.accept(');
    expect(code).toContain('kind: "lesson", id: "a-lesson"');
  });

  it('leaves other Markdown and YAML alone', async () => {
    const other = { ...project, 'content/glossary.yaml': 'a: b' };
    expect(await serving(other, (server) => transform(server, '/content/glossary.yaml'))).toBe('a: b');
  });

  it('starts in spite of problems, and shows those of the file or of the whole', async () => {
    await serving({ ...project, [lessonFile]: `${lesson}\n<br>\n` }, async (server) => {
      const message = `a problem in the content:\n${lessonFile}:18 HTML is not shown; write it as \`code\``;
      await expect(transform(server, `/${lessonFile}`)).rejects.toThrow(message);
      await expect(transform(server, 'virtual:content/lessons')).rejects.toThrow(message);
      await expect(transform(server, '/content/scenarios/a-scenario.yaml')).resolves.toContain('request-token');
    });
  });

  it('updates a saved lesson alone', async () => {
    await serving(project, async (server, root) => {
      for (const url of ['/main.js', 'virtual:content/lessons', `/${lessonFile}`]) await transform(server, url);
      await expectTold(server, updateOf(lessonFile), () => writeFiles(root, { [lessonFile]: `${lesson}\nMore.\n` }));
      expect(await transform(server, `/${lessonFile}`)).toContain('More.');
    });
  });

  it('reloads the page when a summary has changed', async () => {
    await serving(project, async (server, root) => {
      for (const url of ['/main.js', 'virtual:content/lessons', `/${lessonFile}`]) await transform(server, url);
      const renamed = lesson.replace('title: A lesson', 'title: Another title');
      await expectTold(server, reload, () => writeFiles(root, { [lessonFile]: renamed }));
      expect(await transform(server, 'virtual:content/lessons')).toContain('Another title');
    });
  });

  it('shows a new problem over the page, and updates what was saved meanwhile when it is mended', async () => {
    const scenarioFile = 'content/scenarios/a-scenario.yaml';
    const scenario = soundContent[scenarioFile] ?? '';
    await serving(project, async (server, root) => {
      for (const url of ['/main.js', 'virtual:content/lessons', `/${lessonFile}`, `/${scenarioFile}`]) {
        await transform(server, url);
      }
      const shown = problem(`${lessonFile}:18 HTML is not shown`);
      await expectTold(server, shown, () => writeFiles(root, { [lessonFile]: `${lesson}\n<br>\n` }));
      const other = scenario.replace('rg-shop', 'rg-other');
      await expectTold(server, shown, () => writeFiles(root, { [scenarioFile]: other }));
      await expectTold(server, updateOf(lessonFile, scenarioFile), () => writeFiles(root, { [lessonFile]: lesson }));
      expect(await transform(server, `/${scenarioFile}`)).toContain('rg-other');
    });
  });

  it('sees a problem that arises in the curriculum, and its end', async () => {
    await serving(project, async (server, root) => {
      for (const url of ['/main.js', 'virtual:content/lessons']) await transform(server, url);
      const file = 'content/curriculum.yaml';
      const sound = soundContent[file] ?? '';
      const broken = sound.replace('[a-quiz]', '[]');
      await expectTold(server, problem('the quiz "a-quiz" is not listed'), () => writeFiles(root, { [file]: broken }));
      await expectTold(server, reload, () => writeFiles(root, { [file]: sound }));
    });
  });
});
