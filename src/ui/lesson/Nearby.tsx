import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { ErrorBoundary } from '#ui/kit/ErrorBoundary.tsx';
import { lessonWords } from '#ui/words/words.ts';
import styles from './Nearby.module.css';

interface NearbyProps {
  /** How much room it takes, so that nothing jumps when it comes. */
  readonly size: 'sequence' | 'flow' | 'figure' | 'world' | 'check';
  readonly children: ReactNode;
}

/** Renders what it holds when the reader comes near, and keeps its place until then. */
export function Nearby({ size, children }: NearbyProps) {
  const place = useRef<HTMLDivElement>(null);
  // Without layout (jsdom) everything is near.
  const [isNear, setNear] = useState(typeof IntersectionObserver === 'undefined');

  useEffect(() => {
    if (isNear || place.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { rootMargin: '600px 0px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isNear]);

  return (
    <div className={styles[size]} ref={place}>
      {isNear ? (
        <ErrorBoundary>
          <Suspense fallback={<Waiting />}>{children}</Suspense>
        </ErrorBoundary>
      ) : (
        <Waiting />
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div className={styles.waiting}>
      <p>{lessonWords.loadingLive}</p>
    </div>
  );
}
