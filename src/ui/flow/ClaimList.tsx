import { classNames } from '#ui/kit/class-names.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { IdText } from '#ui/lens/Id.tsx';
import type { Claim } from './claims.ts';
import styles from './ClaimList.module.css';

/** Claims with their values, what they mean and who compares them. */
export function ClaimList({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <dl className={styles.list}>
      {claims.map(({ name, value, note, means, compared, refusing }) => (
        <div key={name} className={classNames(styles.claim, refusing && styles.refusing)}>
          <dt className={styles.name}>
            {refusing && <Icon name="refused" />}
            {name}
          </dt>
          <dd className={styles.value}>
            <IdText text={value} />
            {note !== '' && (
              <>
                {' '}
                <span className={styles.note}>{note}</span>
              </>
            )}
          </dd>
          <dd className={styles.means}>
            {means} <span className={styles.compared}>{compared}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
