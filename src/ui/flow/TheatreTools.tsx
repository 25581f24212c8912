import type { Player } from '#ui/diagram/use-player.ts';
import { theatreWords } from '#words/flow/theatre.ts';
import { Toggle } from './Toggle.tsx';
import type { ReadAloud } from './use-read-aloud.ts';

interface TheatreToolsProps {
  readonly player: Player;
  readonly readAloud: ReadAloud;
}

/** What the theatre's player can do beyond a figure's. */
export function TheatreTools({ player, readAloud }: TheatreToolsProps) {
  return (
    <>
      <Toggle
        name={theatreWords.loop}
        drawing="repeat"
        on={player.loop}
        onToggle={() => player.setLoop(!player.loop)}
      />
      {readAloud.on !== null && (
        <Toggle name={theatreWords.readAloud} drawing="voice" on={readAloud.on} onToggle={readAloud.toggle} />
      )}
    </>
  );
}
