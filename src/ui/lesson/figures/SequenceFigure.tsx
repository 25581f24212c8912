import { useMemo } from 'react';
import type { SequenceDiagram } from '#content/types.ts';
import { layOut } from '#ui/diagram/layout.ts';
import { planDiagram } from '#ui/diagram/plan-diagram.ts';
import { Sequence } from '#ui/diagram/Sequence.tsx';
import { StepList } from '#ui/diagram/StepList.tsx';
import { useRoom } from '#ui/diagram/use-room.ts';
import { Plate } from '#ui/kit/Plate.tsx';
import { lessonWords } from '#ui/words/words.ts';

/** A diagram of a lesson, drawn whole; where it is too narrow to draw, its steps stand in its place. */
export function SequenceFigure({ diagram }: { readonly diagram: SequenceDiagram }) {
  const plan = useMemo(() => planDiagram(diagram), [diagram]);
  const { room, ref } = useRoom('needed');
  const isDrawn = layOut(plan.picture, room) !== null;
  const steps = <StepList rows={plan.picture.rows} />;
  return (
    <Plate title={diagram.title} {...(isDrawn ? { twin: { summary: lessonWords.steps, content: steps } } : {})}>
      <div ref={ref}>{isDrawn ? <Sequence plan={plan} marked={false} /> : steps}</div>
    </Plate>
  );
}
