import type { ReactNode } from 'react';
import { Link, type LinkProps } from '#ui/router/navigation.ts';
import { inMode, useDisplayMode } from './display-mode.ts';
import { usePreload } from './preload.ts';

export interface AppLinkProps extends Omit<LinkProps, 'to' | 'children'> {
  /** An address from `#app/paths.ts`. */
  readonly to: string;
  readonly children: ReactNode;
}

/** A link within the app: keeps the display mode, and fetches its page when pointed at or focused. */
export function AppLink({ to, children, ...link }: AppLinkProps) {
  const mode = useDisplayMode();
  const preload = usePreload();
  return (
    <Link to={inMode(to, mode)} onPointerEnter={() => preload(to)} onFocus={() => preload(to)} {...link}>
      {children}
    </Link>
  );
}
