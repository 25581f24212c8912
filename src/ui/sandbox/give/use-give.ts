import { useState } from 'react';
import { refusalIn } from '#app/sandbox/forecast.ts';
import { useWorldStore } from '#app/world/WorldProvider.tsx';
import type { Refusal } from '#domain/cloud/check.ts';
import type { Caller, Command } from '#domain/cloud/command.ts';
import { useAnnounce } from '#ui/kit/announce.ts';

/** What Azure said to whom. */
export interface GivenRefusal extends Pick<Refusal, 'code' | 'message'> {
  /** The name of who is played; null for the learner. */
  readonly who: string | null;
}

interface Give {
  /** Gives a command in the name of whoever is played. True where Azure did not refuse it. */
  readonly give: (command: Command) => boolean;
  /** What Azure said to the last command that it refused. */
  readonly refusal: GivenRefusal | null;
}

/** How a form gives its command, and learns that Azure refused. */
export function useGive(done?: string): Give {
  const store = useWorldStore();
  const announce = useAnnounce();
  const [refusal, setRefusal] = useState<GivenRefusal | null>(null);
  return {
    refusal,
    give(command) {
      const { actor, dispatch } = store.getState();
      const refused = refusalIn(dispatch(command).events);
      setRefusal(refused === null ? null : refusalOf(refused, actor));
      if (refused === null && done !== undefined) announce(done);
      return refused === null;
    },
  };
}

export function refusalOf({ code, message }: Refusal, { principalId, displayName }: Caller): GivenRefusal {
  return { code, message, who: principalId === undefined ? null : displayName };
}
