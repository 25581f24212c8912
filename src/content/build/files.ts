import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentFileAt, contentFolders } from './layout.ts';
import type { ContentFile } from './layout.ts';
import type { Problem } from './problem.ts';
import { isKebab } from './schema/fields.ts';

/** All files of lessons, guides, scenarios, worlds and quizzes, by name. A file that is none of these is a problem. */
export async function listContentFiles(
  root: string,
): Promise<{ files: readonly ContentFile[]; problems: readonly Problem[] }> {
  const files: ContentFile[] = [];
  const problems: Problem[] = [];
  for (const file of (
    await Promise.all(contentFolders.map((folder) => filesUnder(root, `content/${folder}`)))
  ).flat()) {
    const found = contentFileAt(file);
    if (found === undefined)
      problems.push({
        file,
        line: 1,
        message: 'is not read; name it <id>.md in lessons and guides, or <id>.yaml elsewhere',
      });
    else files.push(found);
    if (found !== undefined && !isKebab(found.id)) {
      problems.push({
        file,
        line: 1,
        message: `"${found.id}" is not an id; write it in small letters and digits with - between`,
      });
    }
  }
  return { files, problems };
}

/** Every file below a folder, by name; none where there is no such folder. */
export async function filesUnder(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(ignoreAbsent);
  const nested = entries
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => {
      const file = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(root, file) : Promise.resolve([file]);
    });
  return (await Promise.all(nested)).flat().toSorted();
}

/** Undefined where there is no such file. */
export async function readContentFile(root: string, file: string): Promise<string | undefined> {
  const [text] = await readFile(path.join(root, file), 'utf8').then((read) => [read], ignoreAbsent);
  return text;
}

function ignoreAbsent(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
