import { useMemo } from 'react';
import { bladeHost, openBladeWorld } from '#app/lesson/figures/blade.ts';
import { useCloud, WorldProvider } from '#app/world/WorldProvider.tsx';
import { Chip } from '#ui/kit/Chip.tsx';
import { Plate } from '#ui/kit/Plate.tsx';
import { Tabs } from '#ui/kit/Tabs.tsx';
import { Glyph } from '#ui/subject/Glyph.tsx';
import { figureWords } from '#words/lesson/figures.ts';
import { SystemAssignedTab } from './SystemAssignedTab.tsx';
import { UserAssignedTab } from './UserAssignedTab.tsx';
import styles from './IdentityBlade.module.css';

const words = figureWords.blade;

/** The Identity menu of a machine as a form that works: our own drawing, over a world of its own. */
export function IdentityBlade() {
  const store = useMemo(() => openBladeWorld(), []);
  return (
    <WorldProvider store={store}>
      <Plate title={words.caption}>
        <Blade />
      </Plate>
    </WorldProvider>
  );
}

function Blade() {
  const host = bladeHost(useCloud());
  return (
    <div className={styles.blade}>
      <header className={styles.head}>
        <p className={styles.title}>
          <Glyph kind="virtualMachine" />
          {words.title(host.name)}
        </p>
        <Chip>{figureWords.drawing}</Chip>
      </header>
      <Tabs
        label={words.label}
        tabs={[
          { id: 'system', label: words.tabs.system, panel: <SystemAssignedTab host={host} /> },
          { id: 'user', label: words.tabs.user, panel: <UserAssignedTab host={host} /> },
        ]}
      />
    </div>
  );
}
