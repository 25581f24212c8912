import { useState } from 'react';
import { refusalIn } from '#app/sandbox/forecast.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import type { Command } from '#domain/cloud/command.ts';
import { useAnnounce } from '#ui/kit/announce.ts';
import { sandboxWords as words } from '#ui/words/words.ts';

interface Give {
  /** Gives a command in the name of whoever is played. True where Azure did not refuse it. */
  readonly give: (command: Command) => boolean;
  /** What Azure said to the last command that it refused. */
  readonly refusal: string | null;
  readonly forget: () => void;
}

/** How a form gives its command, and learns that Azure refused. */
export function useGive(done?: string): Give {
  const store = useWorldStore();
  const announce = useAnnounce();
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    refusal,
    forget: () => setRefusal(null),
    give(command) {
      const refused = refusalIn(store.getState().dispatch(command).events);
      setRefusal(refused === null ? null : words.refused(refused.code, refused.message));
      if (refused === null && done !== undefined) announce(done);
      return refused === null;
    },
  };
}
