import { useId, useRef, useState } from 'react';
import type { ChangeEvent } from 'react';
import { useContentLibrary } from '#app/content-library.ts';
import { emptyWorld, openStarter, readFile, worldFile, worldFileName } from '#app/sandbox/open-world.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Dialog } from '#ui/kit/Dialog.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { useReplace } from '../replace.ts';
import { download } from './download.ts';
import { RoleDelayField } from './RoleDelayField.tsx';
import { StarterList } from './StarterList.tsx';

/** Opens another world, saves this one as a file, and sets how fast roles act in it. */
export function WorldMenu() {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<{ name: string; why: string } | null>(null);
  const { worlds, loadWorld } = useContentLibrary();
  const store = useWorldStore();
  const replace = useReplace();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();

  async function importFile(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file === undefined) return;
    const read = await readFile(file);
    if (!read.ok) return setProblem({ name: file.name, why: words.fileProblem(read.problem) });
    setOpen(false);
    replace(read.world);
  }

  async function openWorld(id: string | null): Promise<void> {
    const world = id === null ? emptyWorld() : openStarter(await loadWorld(id));
    setOpen(false);
    replace(world);
  }

  return (
    <>
      <Button
        icon="menu"
        onClick={() => {
          setProblem(null);
          setOpen(true);
        }}
      >
        {words.world}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words.worldTitle}>
        <div className={styles.stack}>
          {problem !== null && (
            <Notice tone="refused" title={words.refusedFile(problem.name)} live>
              <p>{problem.why}</p>
              <p>{words.untouched}</p>
            </Notice>
          )}
          <StarterList worlds={worlds} onOpen={(id) => void openWorld(id)} />
          <div className={styles.row}>
            <Button icon="download" onClick={() => saveFile(store)}>
              {words.exportFile}
            </Button>
            <Button icon="upload" onClick={() => input.current?.click()}>
              {words.importFile}
            </Button>
            <input
              ref={input}
              id={inputId}
              type="file"
              accept=".json,application/json"
              aria-label={words.importFile}
              hidden
              onChange={(event) => void importFile(event)}
            />
          </div>
          <RoleDelayField />
        </div>
      </Dialog>
    </>
  );
}

function saveFile(store: ReturnType<typeof useWorldStore>): void {
  const { world } = store.getState();
  download(worldFile(world), worldFileName(world));
}
