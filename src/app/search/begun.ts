import type { ProgressRecord } from '#app/progress/record.ts';
import type { SearchEntry } from '#content/search.ts';
import { hrefOf } from './href.ts';

export interface Place {
  readonly href: string;
  readonly title: string;
  readonly within: string;
}

/** How many lessons that were begun are offered. */
const most = 3;

/** Where the learner was: the lesson that was read last, then others that were begun and not finished. */
export function begunPlaces(entries: readonly SearchEntry[], record: ProgressRecord): readonly Place[] {
  const begun = Object.keys(record.lessons).filter((id) => record.lessons[id]?.done === false);
  const ids = [...(record.lastLesson === null ? [] : [record.lastLesson]), ...begun.reverse()];
  return [...new Set(ids)].slice(0, most).flatMap((id) => placeIn(entries, id, record.lessons[id]?.section ?? null));
}

function placeIn(entries: readonly SearchEntry[], id: string, section: string | null): readonly Place[] {
  const parts = entries.filter(({ kind, target }) => kind === 'lesson' && target.to === 'lesson' && target.id === id);
  const inSection = (wanted: string | null) =>
    parts.find(({ target }) => target.to === 'lesson' && target.section === wanted);
  const found = inSection(section) ?? inSection(null);
  return found === undefined ? [] : [{ href: hrefOf(found.target), title: found.title, within: found.within }];
}
