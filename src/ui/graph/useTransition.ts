import { useEffect, useMemo, useState } from 'react';
import type { WorldGraph } from '#app/world/graph/model.ts';
import { restingScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { transition } from './transition.ts';
import type { Pace, StepKind, TransitionStep } from './transition.ts';

/** `story` tells a change step by step, `plain` shows the difference at once, `none` jumps without a word. */
export type Motion = Pace | 'none';

export interface Playing {
  readonly scene: Scene;
  readonly step: StepKind | null;
  /** In milliseconds: how long what is on stage takes. */
  readonly duration: number;
}

interface Course {
  readonly from: WorldGraph | null;
  readonly to: WorldGraph;
  readonly steps: readonly TransitionStep[];
  readonly index: number;
}

/** How long a jump stays marked where motion is not wanted. */
const flash = 1600;

/** Plays the way from the last world to this one; a world that comes in between starts from where the last led to. */
export function useTransition(graph: WorldGraph, motion: Motion, reduced: boolean): Playing {
  const [course, setCourse] = useState<Course>({ from: null, to: graph, steps: [], index: 0 });
  if (course.to !== graph) {
    setCourse({ from: course.to, to: graph, steps: stepsBetween(course.to, graph, motion, reduced), index: 0 });
  }
  const step = course.to === graph ? course.steps[course.index] : undefined;

  useEffect(() => {
    if (step === undefined) return;
    const timer = setTimeout(() => setCourse((now) => ({ ...now, index: now.index + 1 })), step.duration);
    return () => clearTimeout(timer);
  }, [step]);

  const resting = useMemo(() => restingScene(graph), [graph]);
  return { scene: step?.scene ?? resting, step: step?.kind ?? null, duration: step?.duration ?? 0 };
}

function stepsBetween(
  before: WorldGraph,
  after: WorldGraph,
  motion: Motion,
  reduced: boolean,
): readonly TransitionStep[] {
  if (motion === 'none') return [];
  const steps = transition(before, after, motion);
  return reduced ? jump(steps, after) : steps;
}

/** Without motion: the outcome at once, with what changed marked for a moment. */
function jump(steps: readonly TransitionStep[], after: WorldGraph): readonly TransitionStep[] {
  if (steps.length === 0) return [];
  const marked = new Set(steps.flatMap(({ scene }) => [...scene.marked]));
  return [{ kind: 'plain', duration: flash, scene: { ...restingScene(after), marked } }];
}
