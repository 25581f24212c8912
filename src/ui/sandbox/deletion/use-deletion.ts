import { useMemo, useState } from 'react';
import { reportAt } from '#app/sandbox/log.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import type { DeletionReport } from '#domain/cloud/deletion-report.ts';

interface Deletion {
  readonly report: DeletionReport | null;
  /** Shows the report of an earlier entry again. */
  readonly show: (cursor: number) => void;
  readonly close: () => void;
}

/** The report of the latest entry, where that was a deletion, or of an entry chosen from the log. */
export function useDeletion(): Deletion {
  const world = useWorld((store) => store.world);
  const { timeline } = world;
  const [chosen, setChosen] = useState<{ cursor: number; at: unknown } | null>(null);
  const [closed, setClosed] = useState<unknown>(null);
  const latest = timeline.entries[timeline.cursor - 1];
  // What happens next has its own report, so a chosen one holds only until then.
  const own = latest === closed ? 0 : timeline.cursor;
  const cursor = chosen !== null && chosen.at === latest ? chosen.cursor : own;
  const report = useMemo(() => reportAt(world, cursor), [world, cursor]);
  return {
    report,
    show: (entry) => setChosen({ cursor: entry, at: latest }),
    close() {
      setChosen(null);
      setClosed(latest);
    },
  };
}
