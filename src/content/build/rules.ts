import type { RuleText } from '../types.ts';
import { compileText } from './inline.ts';
import { Report } from './report.ts';

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

/** The rule as the page shows it: its text as Markdown, and apart from it where it is from. */
export function ruleText({ id, area, text, isDescribed }: Rule): RuleText {
  const [, said = text, source = ''] = /^(.*?) \[([^[\]]*)\]$/.exec(text) ?? [];
  // SPEC.md is checked by its own test; here nothing is refused.
  const unread = new Report('src/domain/SPEC.md');
  const compiled = compileText(unread, said, { line: 1 });
  return { id, area, text: compiled, source, isOwn: source.includes('unconfirmed'), isDescribed };
}
