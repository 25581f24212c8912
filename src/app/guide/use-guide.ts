import { use, useEffect, useState } from 'react';
import { useLessonLibrary } from '#app/content-library.ts';
import type { Guide } from '#content/types.ts';

/** The guide to the companion, as its author saved it last; suspends until it is there. */
export function useGuide(): Guide {
  const library = useLessonLibrary();
  const [edited, setEdited] = useState<Guide | null>(null);

  useEffect(
    () =>
      library.onContentChange?.((change) => {
        if (change.kind === 'guide') setEdited(change.value);
      }),
    [library],
  );

  const loaded = use(library.loadGuide());
  return edited ?? loaded;
}
