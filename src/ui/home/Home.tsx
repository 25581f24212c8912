import { buttonClass } from '#ui/kit/button-class.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { homeWords } from '#ui/words/words.ts';
import { Entries } from './Entries.tsx';
import { FlowMiniature } from './FlowMiniature.tsx';
import { shopCast, shopSteps } from './miniature-steps.ts';
import styles from './Home.module.css';

interface HomeProps {
  /** Address of the lesson to begin or to go on with. */
  readonly start: string;
}

/** What this is, in one screen: a sentence, a living picture, a button; then the other ways in. */
export function Home({ start }: HomeProps) {
  return (
    <div className={styles.home}>
      <section className={styles.hero}>
        <div className={styles.say}>
          <h1>{homeWords.title}</h1>
          <p className={styles.lead}>{homeWords.lead}</p>
          <AppLink className={buttonClass('primary')} to={start}>
            {homeWords.start}
            <Icon name="arrowRight" />
          </AppLink>
        </div>
        <FlowMiniature cast={shopCast} steps={shopSteps} />
      </section>
      <Entries />
    </div>
  );
}
