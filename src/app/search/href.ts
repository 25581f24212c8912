import { paths } from '#app/paths.ts';
import { quizHref } from '#app/quiz/address.ts';
import type { SearchTarget } from '#content/search.ts';

/** The address of what was found. */
export function hrefOf(target: SearchTarget): string {
  switch (target.to) {
    case 'lesson': {
      const href = paths.lesson.href(target.id);
      return target.section === null ? href : `${href}#${target.section}`;
    }
    case 'guide': {
      const href = paths.ownCode.href();
      return target.section === null ? href : `${href}#${target.section}`;
    }
    case 'scenario':
      return paths.flow.href({ scenario: target.id });
    case 'quiz':
      return quizHref(target.id, { question: target.question, order: null });
    case 'term':
      return `${paths.glossary.href()}#${target.id}`;
    case 'rule':
      return `${paths.referencePage.href('rules')}#${target.id}`;
    case 'address':
      return target.href;
  }
}
