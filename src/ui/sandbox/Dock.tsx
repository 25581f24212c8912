import { useCallback, useState } from 'react';
import type { Origin } from '#domain/protocol/actor.ts';
import { classNames } from '#ui/kit/class-names.ts';
import type { OpenSdk } from '#ui/sdk/opening.ts';
import { SdkDock } from '#ui/sdk/SdkDock.tsx';
import { TerminalDock } from './terminal/TerminalDock.tsx';
import styles from './SandboxScreen.module.css';

/** What stands below the picture: a command line, a program on some host, or nothing. */
type Dock = { readonly kind: 'terminal' } | { readonly kind: 'sdk'; readonly from: Origin } | null;

interface DockState {
  readonly dock: Dock;
  readonly isTerminalOpen: boolean;
  readonly onTerminal: () => void;
  readonly openSdk: OpenSdk;
  readonly closeDock: () => void;
}

/** One of them at a time. */
export function useDock(): DockState {
  const [dock, setDock] = useState<Dock>(null);
  const onTerminal = useCallback(
    () => setDock((held) => (held?.kind === 'terminal' ? null : { kind: 'terminal' })),
    [],
  );
  const openSdk = useCallback((from: Origin) => setDock({ kind: 'sdk', from }), []);
  const closeDock = useCallback(() => setDock(null), []);
  return { dock, isTerminalOpen: dock?.kind === 'terminal', onTerminal, openSdk, closeDock };
}

export function DockView({ dock, onClose }: { readonly dock: Dock; readonly onClose: () => void }) {
  switch (dock?.kind) {
    case 'terminal':
      return (
        <div className={styles.terminal}>
          <TerminalDock onClose={onClose} />
        </div>
      );
    case 'sdk':
      return (
        <div className={classNames(styles.terminal, styles.tall)}>
          <SdkDock key={JSON.stringify(dock.from)} from={dock.from} onClose={onClose} />
        </div>
      );
    default:
      return null;
  }
}
