import { IconButton } from '#ui/kit/IconButton.tsx';
import { Toolbar } from '#ui/kit/Toolbar.tsx';
import { homeWords } from '#ui/words/words.ts';
import type { MiniaturePlayer } from './miniature-player.ts';

interface MiniatureControlsProps {
  readonly player: MiniaturePlayer;
  readonly count: number;
  readonly onStep: (sent: number) => void;
}

const words = homeWords.miniature;

export function MiniatureControls({ player, count, onStep }: MiniatureControlsProps) {
  const { sent, playing } = player;
  return (
    <Toolbar label={words.controls}>
      <IconButton
        name={words.back}
        icon="back"
        aria-disabled={sent === 0}
        onClick={() => onStep(Math.max(sent - 1, 0))}
      />
      {playing ? (
        <IconButton name={words.pause} icon="pause" onClick={player.pause} />
      ) : (
        <IconButton
          name={sent >= count ? words.again : words.play}
          icon={sent >= count ? 'restart' : 'play'}
          onClick={player.play}
        />
      )}
      <IconButton
        name={words.next}
        icon="next"
        aria-disabled={sent === count}
        onClick={() => onStep(Math.min(sent + 1, count))}
      />
    </Toolbar>
  );
}
