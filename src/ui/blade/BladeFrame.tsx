import type { ReactNode } from 'react';
import type { Host } from '#domain/arm/resource.ts';
import { Chip } from '#ui/kit/Chip.tsx';
import { Glyph } from '#ui/subject/Glyph.tsx';
import { subjectWords } from '#ui/words/words.ts';
import { bladeWords as words } from '#words/blade.ts';
import { BladeEffects } from './BladeEffects.tsx';
import styles from './Blade.module.css';

interface BladeFrameProps {
  readonly host: Host;
  readonly children: ReactNode;
}

/** What stands around a blade in the portal: the way to it, its title, the menu of the resource; and beside it, what it did. */
export function BladeFrame({ host, children }: BladeFrameProps) {
  return (
    <div className={styles.room}>
      <div className={styles.blade}>
        <nav aria-label={words.way}>
          <ol className={styles.way}>
            {[words.home, host.resourceGroup, host.name, words.current].map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ol>
        </nav>
        <header className={styles.head}>
          <p className={styles.title}>
            <Glyph kind={host.kind} />
            {words.title(host.name)}
          </p>
          <p className={styles.kind}>{subjectWords.kinds[host.kind]}</p>
          <Chip>{words.drawing}</Chip>
        </header>
        <div className={styles.body}>
          <Menu host={host} />
          <div className={styles.main}>{children}</div>
        </div>
      </div>
      <BladeEffects host={host} />
    </div>
  );
}

/** The menu at the left: Identity among the others, where the portal has it for this kind. */
function Menu({ host }: { readonly host: Host }) {
  const isMachine = host.kind === 'virtualMachine' || host.kind === 'vmScaleSet';
  const groups = isMachine ? words.menu : words.siteMenu;
  return (
    <nav className={styles.menu} aria-label={words.menuOf(host.name)}>
      {groups.map(({ group, items }) => (
        <div key={group}>
          {group !== '' && <p className={styles.group}>{group}</p>}
          <ul className={styles.items}>
            {items.map((item) => (
              <li
                key={item}
                className={item === words.current ? styles.current : styles.item}
                aria-current={item === words.current ? 'page' : undefined}
              >
                {item}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
