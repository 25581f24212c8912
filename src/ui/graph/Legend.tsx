import type { ReactNode } from 'react';
import { Icon } from '#ui/kit/Icon.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { Glyph } from '#ui/subject/Glyph.tsx';
import { graphWords } from '#ui/words/words.ts';
import styles from './Legend.module.css';

const items = graphWords.legendItems;

const shapes: readonly {
  readonly hue?: 'system' | 'user' | 'ghost';
  readonly shape: ReactNode;
  readonly text: string;
}[] = [
  { shape: <Glyph kind="virtualMachine" />, text: items.host },
  { hue: 'system', shape: <Glyph kind="systemAssignedIdentity" />, text: items.systemAssignedIdentity },
  { hue: 'user', shape: <Glyph kind="userAssignedIdentity" />, text: items.userAssignedIdentity },
  { hue: 'system', shape: <Glyph kind="systemPrincipal" />, text: items.systemPrincipal },
  { hue: 'user', shape: <Glyph kind="userPrincipal" />, text: items.userPrincipal },
  { shape: <Glyph kind="person" />, text: items.person },
  { shape: <Glyph kind="role" />, text: items.role },
  { shape: <Icon name="clock" />, text: items.pending },
  { hue: 'ghost', shape: <Glyph kind="orphanedRole" />, text: items.orphanedRole },
  { hue: 'ghost', shape: <Glyph kind="deletedPrincipal" />, text: items.deletedPrincipal },
];

/** What each shape stands for. */
export function Legend({ onClose }: { readonly onClose: () => void }) {
  return (
    <section className={styles.legend} aria-label={graphWords.legend}>
      <ul className={styles.list}>
        {shapes.map(({ hue, shape, text }) => (
          <li key={text} className={styles.item}>
            <span className={hue === undefined ? undefined : styles[hue]}>{shape}</span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <IconButton name={graphWords.closeLegend} icon="close" onClick={onClose} />
    </section>
  );
}
