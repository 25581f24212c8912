import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { FlowScene } from '#app/flow/scene.ts';
import { idsOf } from '#app/lens/ids.ts';
import { LensProvider } from '#ui/lens/LensProvider.tsx';

/** The ID lens over a flow: ids mean what they meant before its first step, and those that came later what they mean in the end. */
export function SceneLens({ scene, children }: { readonly scene: FlowScene; readonly children: ReactNode }) {
  const { before, after } = scene;
  const book = useCallback(() => idsOf(after.state, before), [after, before]);
  return <LensProvider book={book}>{children}</LensProvider>;
}
