import { useMemo, useState } from 'react';
import { deletionAfter, reportAt } from '#app/sandbox/log.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import type { DeletionReport } from '#domain/cloud/deletion-report.ts';
import type { Entry, Timeline } from '#domain/timeline/timeline.ts';

interface Deletion {
  readonly report: DeletionReport | null;
  /** Shows the report of an earlier entry again. */
  readonly show: (cursor: number) => void;
  readonly close: () => void;
}

/**
 * The report of the latest entry, where that was a deletion, or of an entry chosen from the log. Where others act too,
 * what they do next does not take it away.
 */
export function useDeletion(): Deletion {
  const world = useWorld((store) => store.world);
  const { timeline } = world;
  const since = useSince(timeline);
  const [chosen, setChosen] = useState<{ cursor: number; at: unknown } | null>(null);
  const [closed, setClosed] = useState<unknown>(null);
  const isShared = useWorld((store) => !store.travels);
  const recent = isShared
    ? deletionAfter(timeline, timeline.entries.find((entry) => entry === closed) ?? since)
    : timeline.cursor;
  const latest = timeline.entries[recent - 1];
  // What happens next has its own report, so a chosen one holds only until then.
  const own = latest === closed ? 0 : recent;
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

/** The last entry that was there when this timeline was opened: what came before it is no news. */
function useSince({ entries }: Timeline): Entry | undefined {
  const [since, setSince] = useState(entries.at(-1));
  const isGone = since !== undefined && !entries.includes(since);
  // Another timeline was opened in its place.
  if (isGone) setSince(entries.at(-1));
  return isGone ? entries.at(-1) : since;
}
