import styles from './CodeList.module.css';

/** Operations, addresses or other names, each on a line. */
export function CodeList({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item}>
          <code>{item}</code>
        </li>
      ))}
    </ul>
  );
}
