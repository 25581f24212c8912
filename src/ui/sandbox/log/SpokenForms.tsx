import { useEffect, useState } from 'react';
import type { Spoken } from '#app/sandbox/spoken.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import { CopyButton } from '#ui/kit/CopyButton.tsx';
import { IdText } from '#ui/lens/Id.tsx';
import { spokenWords as words } from '#words/sandbox/spoken.ts';
import { More } from '../More.tsx';
import styles from '../Stack.module.css';

/** What an entry of the log is in the languages of Azure, to be taken along. */
export function SpokenForms({ cursor }: { cursor: number }) {
  return <More summary={words.summary}>{() => <Forms cursor={cursor} />}</More>;
}

function Forms({ cursor }: { cursor: number }) {
  const world = useWorld((store) => store.world);
  const [forms, setForms] = useState<Spoken | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('#app/sandbox/spoken.ts').then(({ spoken }) => {
      if (isWanted) setForms(spoken(world, cursor));
    });
    return () => {
      isWanted = false;
    };
  }, [world, cursor]);
  if (forms === null) return <p className={styles.soft}>{words.loading}</p>;
  const said = (['commandLine', 'rest', 'bicep'] as const).flatMap((language) => {
    const text = forms[language];
    return text === null ? [] : [{ language, text }];
  });
  if (said.length === 0) return <p className={styles.soft}>{words.nothing}</p>;
  return (
    <ul className={styles.list}>
      {said.map(({ language, text }) => (
        <li key={language} className={styles.tight}>
          <span className={styles.row}>
            <strong>{words[language]}</strong>
            <CopyButton text={text} label={words.copy(words[language])} />
          </span>
          <code className={styles.wire}>
            <IdText text={text} />
          </code>
        </li>
      ))}
    </ul>
  );
}
