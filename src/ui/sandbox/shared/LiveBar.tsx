import type { Link } from '#app/shared-world/link.ts';
import { Button } from '#ui/kit/Button.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { sharedWorldWords as words } from '#words/shared-world.ts';
import styles from './LiveBar.module.css';
import { newestFlow } from './newest-flow.ts';

interface LiveBarProps {
  readonly connection: Link['connection'];
  readonly onLeave: () => void;
}

/** Whose world this is, whether it is live, and the way back to one's own. */
export function LiveBar({ connection, onLeave }: LiveBarProps) {
  const isLive = connection.kind === 'live';
  return (
    <div className={styles.bar}>
      <p className={styles.text}>
        <strong className={classNames(styles.state, isLive && styles.live)} role="status">
          {isLive ? words.live : words.notConnected}
        </strong>{' '}
        <span className={styles.whose}>{words.whose(location.host)}</span>{' '}
        <span className={styles.hint}>{words.sharedHint}</span>
      </p>
      <div className={styles.actions}>
        <AppLink to={newestFlow}>{words.watch}</AppLink>
        <Button title={words.leaveHint} onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
    </div>
  );
}
