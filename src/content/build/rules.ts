/** A numbered rule of SPEC.md. */
export interface Rule {
  readonly id: string;
  /** The heading that it stands under. */
  readonly area: string;
  /** Its text with its source at the end, as Markdown in one line. */
  readonly text: string;
  /** Told in lessons, and not simulated. */
  readonly isDescribed: boolean;
}

const item =
  /^- \*\*(?<id>[A-Z]+(?:-[A-Z]+)*-\d\d)\*\* (?<described>[*_]\(described\)[*_] )?(?<text>.+(?:\n {2}.+)*)/gm;

/** The rules of a text in the form of SPEC.md: items that begin with their number. */
export function rulesOf(markdown: string): readonly Rule[] {
  return markdown.split(/^## /m).flatMap((part) => {
    const [area = ''] = part.split('\n', 1);
    return [...part.matchAll(item)].map(({ groups = {} }) => ({
      id: groups['id'] ?? '',
      area,
      text: (groups['text'] ?? '').replaceAll(/\s+/g, ' '),
      isDescribed: groups['described'] !== undefined,
    }));
  });
}
