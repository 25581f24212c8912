import { useEffect, useId, useMemo, useRef } from 'react';
import { goalOf, type Finding } from '#app/lesson/live-world.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import type { LiveWorld } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { plainText } from '#ui/content/plain-text.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { Notice } from '#ui/kit/Notice.tsx';
import { VisuallyHidden } from '#ui/kit/VisuallyHidden.tsx';
import { liveWords as words } from '#words/lesson/live.ts';
import styles from './Goal.module.css';

/** The checklist of the task, always as the world is now; when all of it holds, what that meant. */
export function Goal({ live }: { readonly live: LiveWorld }) {
  const id = useId();
  const world = useWorld((store) => store.world);
  const { findings, reached } = useMemo(() => goalOf(world, live), [world, live]);
  const announce = useAnnounce();
  const wasReached = useRef(false);

  useEffect(() => {
    if (reached && !wasReached.current) announce(`${words.done}. ${plainText(live.done)}`);
    wasReached.current = reached;
  }, [reached, announce, live.done]);

  return (
    <div className={styles.goal}>
      <h4 className={styles.title} id={id}>
        {words.goal}
      </h4>
      <ul className={styles.list} aria-labelledby={id}>
        {findings.map((finding, index) => (
          <Line key={index} finding={finding} />
        ))}
      </ul>
      {reached && (
        <Notice tone="allowed" title={words.done}>
          <p>
            <InlineContent content={live.done} />
          </p>
        </Notice>
      )}
    </div>
  );
}

function Line({ finding: { expectation, holds, found } }: { readonly finding: Finding }) {
  const { wanted, found: instead } = words.goalInWords(expectation, found);
  return (
    <li className={classNames(styles.line, holds && styles.met)}>
      <span className={styles.box}>{holds && <Icon name="check" />}</span>
      <span>
        {wanted}
        <VisuallyHidden>: {holds ? words.met : words.open}</VisuallyHidden>
        {!holds && instead !== '' && <span className={styles.found}> {words.found(instead)}</span>}
      </span>
    </li>
  );
}
