import { lazy } from 'react';
import type { FigureBlock as Figure } from '#app/lesson/outline.ts';
import type { Told } from '#content/types.ts';
import { stepsOf } from '#app/lesson/still.ts';
import { Nearby } from '../Nearby.tsx';
import { StillSteps } from '../still/StillSteps.tsx';

// Each comes when the reader comes near.
const SequenceFigure = lazy(async () => (await import('../live-parts.ts')).liveParts.sequence());
const FlowFigure = lazy(async () => (await import('../live-parts.ts')).liveParts.flow());
const figures = {
  'identity-blade': lazy(async () => (await import('../live-parts.ts')).liveParts['identity-blade']()),
  'three-ids': lazy(async () => (await import('../live-parts.ts')).liveParts['three-ids']()),
  lifecycles: lazy(async () => (await import('../live-parts.ts')).liveParts.lifecycles()),
  'two-lanes-scale': lazy(async () => (await import('../live-parts.ts')).liveParts['two-lanes-scale']()),
  'two-lanes-delete': lazy(async () => (await import('../live-parts.ts')).liveParts['two-lanes-delete']()),
  'two-lanes-recreate': lazy(async () => (await import('../live-parts.ts')).liveParts['two-lanes-recreate']()),
} as const;

/** A picture of a lesson: a diagram, a flow of the engine, or a drawing of our own. */
export function FigureBlock({ block }: { readonly block: Figure }) {
  switch (block.type) {
    case 'sequence': {
      const { title, description } = block.diagram;
      return (
        <Nearby
          size="sequence"
          still={<StillSteps title={title} description={description} steps={stepsOf(block.diagram)} />}
        >
          <SequenceFigure diagram={block.diagram} />
        </Nearby>
      );
    }
    case 'flow': {
      const still = stillOf(block.told);
      return (
        <Nearby size="flow" still={still}>
          <FlowFigure
            scenarioId={block.scenario}
            waiting={still}
            {...(block.upTo === undefined ? {} : { upTo: block.upTo })}
          />
        </Nearby>
      );
    }
    case 'figure': {
      const Drawing = figures[block.name];
      return (
        <Nearby size="figure" still={stillOf(block.told)}>
          <Drawing />
        </Nearby>
      );
    }
  }
}

function stillOf(told: Told | undefined) {
  return told === undefined ? null : <StillSteps {...told} />;
}
