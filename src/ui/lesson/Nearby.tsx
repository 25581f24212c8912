import { Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { ErrorBoundary } from '#ui/kit/ErrorBoundary.tsx';
import styles from './Nearby.module.css';

interface NearbyProps {
  /** How much room it takes, so that nothing jumps when it comes. */
  readonly size: 'sequence' | 'flow' | 'figure' | 'world' | 'check' | 'line';
  /** The same in plain text: before it comes, where it cannot come, and on paper. */
  readonly still?: ReactNode;
  readonly children: ReactNode;
}

type Stage = 'far' | 'near' | 'here';

/** Renders what it holds when the reader comes near; its still form keeps its place until then. */
export function Nearby({ size, still, children }: NearbyProps) {
  const place = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage>(firstStage);
  const onChange = useCallback((isHere: boolean) => setStage(isHere ? 'here' : 'near'), []);

  useEffect(() => {
    if (stage !== 'far' || place.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setStage('near');
      },
      { rootMargin: '600px 0px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [stage]);

  return (
    <div className={styles[size]} ref={place}>
      {still !== undefined && (
        <div className={styles.still} hidden={stage === 'here'} data-still>
          {still}
        </div>
      )}
      {stage !== 'far' && (
        <ErrorBoundary>
          <Suspense fallback={null}>
            <Here onChange={onChange} isTwin={still !== undefined}>
              {children}
            </Here>
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  );
}

/** A page that is built beforehand has still forms only. Without layout (jsdom) everything is near. */
function firstStage(): Stage {
  return typeof window !== 'undefined' && typeof IntersectionObserver === 'undefined' ? 'near' : 'far';
}

interface HereProps {
  readonly onChange: (isHere: boolean) => void;
  /** Not for paper: its still form is. */
  readonly isTwin: boolean;
  readonly children: ReactNode;
}

/** Tells when what it holds has come, and when it is gone again because it broke. */
function Here({ onChange, isTwin, children }: HereProps) {
  useLayoutEffect(() => {
    onChange(true);
    return () => onChange(false);
  }, [onChange]);
  return <div className={isTwin ? styles.live : undefined}>{children}</div>;
}
