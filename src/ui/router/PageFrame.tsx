import type { ReactNode } from 'react';
import { useLocation } from '#ui/router/navigation.ts';
import { ErrorBoundary } from '#ui/kit/ErrorBoundary.tsx';
import { PageTitle } from './PageTitle.tsx';
import styles from './PageFrame.module.css';

interface PageFrameProps {
  readonly title: string | null;
  readonly width: 'page' | 'wide';
  readonly children: ReactNode;
}

/** The frame of one route: its title, its width, and a net under it. */
export function PageFrame({ title, width, children }: PageFrameProps) {
  const { pathname } = useLocation();
  return (
    <div className={styles[width]}>
      {title !== null && <PageTitle title={title} />}
      <ErrorBoundary resetKey={pathname}>{children}</ErrorBoundary>
    </div>
  );
}
