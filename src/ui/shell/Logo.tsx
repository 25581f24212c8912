import styles from './Logo.module.css';

/** The product's mark: a host with its fused tab, and a free hexagon within. */
export function Logo() {
  return (
    <svg className={styles.logo} viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path className={styles.tab} d="M8 23h9v7H8Z" />
      <rect className={styles.host} x="2.5" y="2.5" width="27" height="21" rx="5" />
      <path className={styles.identity} d="M12 7.5h8l3.3 5.5-3.3 5.5h-8L8.7 13Z" />
    </svg>
  );
}
