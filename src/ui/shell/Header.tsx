import { Link, NavLink, useLocation, type NavLinkRenderProps } from '#ui/router/navigation.ts';
import { paths } from '#app/paths.ts';
import { iconButtonClass } from '#ui/kit/button-class.ts';
import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { inMode } from '#ui/router/display-mode.ts';
import { usePreload } from '#ui/router/preload.ts';
import { useHydrated } from '#ui/kit/use-hydrated.ts';
import { SearchButton } from '#ui/search/SearchButton.tsx';
import { shellWords } from '#ui/words/words.ts';
import { Logo } from './Logo.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import styles from './Header.module.css';

const places = [
  { href: paths.lessons.href(), label: shellWords.lessons },
  { href: paths.flow.href(), label: shellWords.flow },
  { href: paths.sandbox.href(), label: shellWords.sandbox },
  { href: paths.quizzes.href(), label: shellWords.quiz },
  { href: paths.reference.href(), label: shellWords.reference },
] as const;

/** Name, places, theme. */
export function Header() {
  const { pathname, search, hash } = useLocation();
  const hydrated = useHydrated();
  const preload = usePreload();
  return (
    <header className={styles.header}>
      <AppLink className={styles.brand} to={paths.home.href()} aria-label={shellWords.homeLink}>
        <Logo />
        <span>{shellWords.product}</span>
      </AppLink>
      <nav className={styles.nav} aria-label={shellWords.navigation}>
        {places.map(({ href, label }) => (
          <NavLink
            key={href}
            className={placeClass}
            to={href}
            onPointerEnter={() => preload(href)}
            onFocus={() => preload(href)}
          >
            {label}
          </NavLink>
        ))}
      </nav>
      <div className={styles.tools}>
        <SearchButton />
        <Link
          className={iconButtonClass}
          to={inMode(hydrated ? `${pathname}${search}${hash}` : pathname, 'present')}
          aria-label={shellWords.present}
          title={shellWords.present}
        >
          <Icon name="present" />
        </Link>
        <ThemeSwitch />
      </div>
    </header>
  );
}

function placeClass({ isActive }: NavLinkRenderProps): string {
  return classNames(styles.place, isActive && styles.here);
}
