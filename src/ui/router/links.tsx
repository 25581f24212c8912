import type { ComponentProps } from 'react';
import { useHref, useLinkClickHandler, useLocation, type To } from 'react-router';

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly to: To;
}

/** A link that is followed without loading the page anew; in another tab or window it is followed as any link is. */
export function Link({ to, onClick, target, children, ...link }: LinkProps) {
  const follow = useLinkClickHandler(to, target === undefined ? {} : { target });
  return (
    <a
      {...link}
      target={target}
      href={useHref(to)}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) follow(event);
      }}
    >
      {children}
    </a>
  );
}

export interface NavLinkRenderProps {
  readonly isActive: boolean;
}

interface NavLinkProps extends Omit<LinkProps, 'to' | 'className'> {
  /** A path of the app. */
  readonly to: string;
  readonly className: (state: NavLinkRenderProps) => string;
}

/** A link that knows whether its page, or one below it, is open. */
export function NavLink({ to, className, ...link }: NavLinkProps) {
  const { pathname } = useLocation();
  const isActive = pathname === to || pathname.startsWith(`${to}/`);
  return <Link to={to} className={className({ isActive })} aria-current={isActive ? 'page' : undefined} {...link} />;
}
