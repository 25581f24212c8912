import { lazy } from 'react';
import type { FigureBlock as Figure } from '#app/lesson/outline.ts';
import { Nearby } from '../Nearby.tsx';

// Each comes when the reader comes near: a lesson begins with its words.
const SequenceFigure = lazy(async () => ({ default: (await import('./SequenceFigure.tsx')).SequenceFigure }));
const FlowFigure = lazy(async () => ({ default: (await import('#ui/flow/FlowFigure.tsx')).FlowFigure }));
const figures = {
  'identity-blade': lazy(async () => ({ default: (await import('./IdentityBlade.tsx')).IdentityBlade })),
  'three-ids': lazy(async () => ({ default: (await import('./ThreeIds.tsx')).ThreeIds })),
  lifecycles: lazy(async () => ({ default: (await import('./Lifecycles.tsx')).Lifecycles })),
} as const;

/** A picture of a lesson: a diagram, a flow of the engine, or a drawing of our own. */
export function FigureBlock({ block }: { readonly block: Figure }) {
  switch (block.type) {
    case 'sequence':
      return (
        <Nearby size="sequence">
          <SequenceFigure diagram={block.diagram} />
        </Nearby>
      );
    case 'flow':
      return (
        <Nearby size="flow">
          <FlowFigure scenarioId={block.scenario} {...(block.upTo === undefined ? {} : { upTo: block.upTo })} />
        </Nearby>
      );
    case 'figure': {
      const Drawing = figures[block.name];
      return (
        <Nearby size="figure">
          <Drawing />
        </Nearby>
      );
    }
  }
}
