import { Suspense } from 'react';
import { buttonClass } from '#ui/kit/button-class.ts';
import { Icon } from '#ui/kit/Icon.tsx';
import { useScene } from '#ui/flow/use-scene.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { homeWords } from '#ui/words/words.ts';
import { Entries } from './Entries.tsx';
import { FlowMiniature } from './FlowMiniature.tsx';
import { miniatureOf, miniatureScenario, restingCast } from './miniature-steps.ts';
import styles from './Home.module.css';

interface HomeProps {
  /** Address of the lesson to begin or to go on with. */
  readonly start: string;
  /** Title of the lesson that was read last; null for a newcomer. */
  readonly lastTitle: string | null;
}

/** What this is, in one screen: a sentence, a living picture, a button; then the other ways in. */
export function Home({ start, lastTitle }: HomeProps) {
  return (
    <div className={styles.home}>
      <section className={styles.hero}>
        <div className={styles.say}>
          <h1>{homeWords.title}</h1>
          <p className={styles.lead}>{homeWords.lead}</p>
          <AppLink className={buttonClass('primary')} to={start}>
            {lastTitle === null ? homeWords.start : homeWords.goOn(lastTitle)}
            <Icon name="arrowRight" />
          </AppLink>
        </div>
        <Suspense fallback={<FlowMiniature {...atRest} />}>
          <LivingPicture />
        </Suspense>
      </section>
      <Entries />
    </div>
  );
}

const atRest = { cast: restingCast, steps: [] } as const;

/** The miniature, played by the engine; at rest until that has come. */
function LivingPicture() {
  const scene = useScene(miniatureScenario);
  const miniature = scene.state === 'ready' ? miniatureOf(scene.scene) : atRest;
  return <FlowMiniature key={scene.state} {...miniature} />;
}
