import { useRef } from 'react';
import { useAnnounce } from '#ui/kit/announce.ts';
import { Plate } from '#ui/kit/Plate.tsx';
import { homeWords } from '#ui/words/words.ts';
import { MiniatureControls } from './MiniatureControls.tsx';
import { tall, wide } from './miniature-layout.ts';
import { useMiniaturePlayer } from './miniature-player.ts';
import type { Cast, MiniatureStep } from './miniature-steps.ts';
import { MiniatureScene } from './MiniatureScene.tsx';
import styles from './FlowMiniature.module.css';

export interface FlowMiniatureProps {
  readonly cast: Cast;
  readonly steps: readonly MiniatureStep[];
}

const words = homeWords.miniature;

/** The token's way in small: a picture that plays once, its caption, and the same as a list. */
export function FlowMiniature({ cast, steps }: FlowMiniatureProps) {
  const stage = useRef<HTMLDivElement>(null);
  const player = useMiniaturePlayer(steps.length, stage);
  const announce = useAnnounce();
  const captionAt = (sent: number): string => steps[sent - 1]?.caption ?? words.ready(steps.length);

  return (
    <Plate
      title={words.title(cast.host)}
      foot={
        <div className={styles.foot}>
          <p className={styles.caption}>{captionAt(player.sent)}</p>
          <MiniatureControls
            player={player}
            count={steps.length}
            onStep={(sent) => {
              player.go(sent);
              announce(captionAt(sent));
            }}
          />
        </div>
      }
      twin={{
        summary: words.twin,
        content: (
          <ol className={styles.steps}>
            {steps.map((step) => (
              <li key={step.caption}>{step.caption}</li>
            ))}
          </ol>
        ),
      }}
    >
      <div ref={stage} role="img" aria-label={words.description(cast.host, cast.target)}>
        <div className={styles.wide}>
          <MiniatureScene layout={wide} cast={cast} steps={steps} sent={player.sent} />
        </div>
        <div className={styles.tall}>
          <MiniatureScene layout={tall} cast={cast} steps={steps} sent={player.sent} />
        </div>
      </div>
    </Plate>
  );
}
