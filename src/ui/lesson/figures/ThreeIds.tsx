import { useCallback, useMemo, useState } from 'react';
import {
  askers,
  bookOf,
  twoIdentities,
  wantedBy,
  type Asker,
  type IdentityIds,
  type IdName,
} from '#app/lesson/figures/ids.ts';
import { CopyButton } from '#ui/kit/CopyButton.tsx';
import { classNames } from '#ui/kit/class-names.ts';
import { iconPaths } from '#ui/kit/icon-paths.ts';
import { Icon, LineDrawing } from '#ui/kit/Icon.tsx';
import { Plate } from '#ui/kit/Plate.tsx';
import { RadioGroup } from '#ui/kit/RadioGroup.tsx';
import { Id } from '#ui/lens/Id.tsx';
import { LensProvider } from '#ui/lens/LensProvider.tsx';
import { pathOfKind } from '#ui/subject/kinds.ts';
import { Mark } from '#ui/subject/Mark.tsx';
import { figureWords } from '#words/lesson/figures.ts';
import styles from './ThreeIds.module.css';

const words = figureWords.ids;
const names: readonly IdName[] = ['principalId', 'clientId', 'resourceId'];
const drawings = {
  role: iconPaths.key,
  target: pathOfKind.keyVault,
  code: pathOfKind.application,
  attach: iconPaths.link,
};

/** One identity and its three ids: choose who asks, and see which id is wanted. */
export function ThreeIds() {
  const identities = useMemo(() => twoIdentities(), []);
  const [name, setName] = useState(identities[0]?.name ?? '');
  const [asker, setAsker] = useState<Asker>('role');
  const book = useCallback(() => bookOf(identities), [identities]);
  const identity = identities.find((each) => each.name === name) ?? identities[0];
  if (identity === undefined) return null;
  return (
    <LensProvider book={book}>
      <Plate title={words.caption}>
        <div className={styles.board}>
          <RadioGroup
            legend={words.which}
            value={identity.name}
            onChange={setName}
            inline
            options={identities.map((each) => ({ value: each.name, label: <IdentityMark identity={each} /> }))}
          />
          <Ids identity={identity} wanted={wantedBy(asker, identity.kind)} />
          <div className={styles.ask} role="group" aria-label={words.askers}>
            <p className={styles.label} aria-hidden="true">
              {words.askers}
            </p>
            {askers.map((each) => (
              <button
                key={each}
                type="button"
                className={styles.asker}
                aria-pressed={each === asker}
                onClick={() => setAsker(each)}
              >
                <LineDrawing path={drawings[each]} />
                {words.ask[each]}
              </button>
            ))}
          </div>
          <p className={styles.wants} role="status">
            {wants(asker, identity)}
          </p>
        </div>
      </Plate>
    </LensProvider>
  );
}

function IdentityMark({ identity: { kind, name } }: { readonly identity: IdentityIds }) {
  return <Mark kind={kind === 'user' ? 'userAssignedIdentity' : 'systemAssignedIdentity'} name={name} />;
}

function wants(asker: Asker, { kind }: IdentityIds): string {
  if (kind === 'system' && asker === 'code') return words.wants.codeSystem;
  if (kind === 'system' && asker === 'attach') return words.wants.attachSystem;
  return words.wants[asker];
}

function Ids({ identity, wanted }: { readonly identity: IdentityIds; readonly wanted: IdName | null }) {
  return (
    <dl className={styles.ids}>
      {names.map((name) => {
        const value = identity[name];
        return (
          <div key={name} className={classNames(styles.id, name === wanted && styles.wanted)}>
            <dt className={styles.name}>
              {name === wanted && <Icon name="arrowRight" />}
              {words[name]}
            </dt>
            <dd className={styles.value}>
              {value === null ? (
                <span className={styles.none}>{words.noResourceId}</span>
              ) : (
                <code>
                  <Id value={value} />
                </code>
              )}
              {value !== null && <CopyButton text={value} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
