import { useCallback, useId, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { LensPlaceProvider } from '#app/lens/context.ts';
import type { IdBook } from '#app/lens/ids.ts';
import { createLens } from '#app/lens/lens-store.ts';
import { WireTextProvider } from '#ui/kit/wire-text.ts';
import { IdText } from './Id.tsx';
import { LensLabel } from './LensLabel.tsx';
import { watchIds, type Pointed } from './watch-ids.ts';
import styles from './LensProvider.module.css';

interface LensProviderProps {
  /** What the ids mean. Asked when one is looked at. */
  readonly book: () => IdBook;
  readonly children: ReactNode;
}

const showIds = (text: string) => <IdText text={text} />;

/** Lays the ID lens over a part of a page: an id in it that is pointed at lights up wherever else it stands. */
export function LensProvider({ book, children }: LensProviderProps) {
  const [lens] = useState(createLens);
  const labelId = useId();
  const place = useMemo(() => ({ lens, labelId }), [lens, labelId]);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const watch = useCallback(
    (element: HTMLElement | null) => (element === null ? undefined : watchIds(element, lens, setPointed)),
    [lens],
  );
  return (
    <LensPlaceProvider value={place}>
      <WireTextProvider value={showIds}>
        <div className={styles.lens} ref={watch}>
          {children}
          <LensLabel book={book} pointed={pointed} />
        </div>
      </WireTextProvider>
    </LensPlaceProvider>
  );
}
