import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { checksOf } from '#app/lesson/outline.ts';
import { useProgress } from '#app/progress/context.ts';
import type { Lesson } from '#content/types.ts';

/**
 * Remembers how far a lesson is read, and that it is done: when all its checks are answered, or when its
 * end comes into view. Returns the ref for that end.
 */
export function useReading(lesson: Lesson): RefObject<HTMLElement | null> {
  const end = useRef<HTMLElement>(null);
  const readTo = useProgress((progress) => progress.readTo);
  const finish = useProgress((progress) => progress.finishLesson);
  const answered = useProgress(({ record }) => checksOf(lesson).every((id) => record.checks[id] !== undefined));
  const { id } = lesson;

  useEffect(() => {
    if (answered && checksOf(lesson).length > 0) finish(id);
  }, [answered, lesson, finish, id]);

  useEffect(() => {
    const sections = [...document.querySelectorAll<HTMLElement>('[data-section]')];
    let reported: string | null = location.hash.slice(1) || null;
    readTo(id, reported);
    // jsdom has no layout.
    if (typeof IntersectionObserver === 'undefined') return;

    const seen = new Set<Element>();
    const reading = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target);
          else seen.delete(target);
        }
        const here = sections.findLast((section) => seen.has(section))?.dataset['section'];
        if (here === undefined || (here || null) === reported) return;
        reported = here || null;
        readTo(id, reported);
      },
      // A line at a third of the height: the section on it is being read.
      { rootMargin: '-33% 0px -66% 0px' },
    );
    for (const section of sections) reading.observe(section);

    const ending = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) finish(id);
    });
    if (end.current !== null) ending.observe(end.current);
    return () => {
      reading.disconnect();
      ending.disconnect();
    };
  }, [id, readTo, finish]);

  return end;
}
