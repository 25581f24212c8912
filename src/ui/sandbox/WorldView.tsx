import { useMemo } from 'react';
import { worldGraph } from '#app/world/graph/world-graph.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import { WorldGraph } from '#ui/graph/WorldGraph.tsx';
import { useSelection } from './selection.ts';

const motions = { command: 'story', time: 'plain', replacement: 'none' } as const;

/** The picture of the present world; what is selected in it is what the panels are about. */
export function WorldView({ compact = false }: { compact?: boolean }) {
  const state = useCloud();
  const cameBy = useWorld((store) => store.cameBy);
  const graph = useMemo(() => worldGraph(state), [state]);
  const { selectedId, select } = useSelection();
  return (
    <WorldGraph graph={graph} selectedId={selectedId} onSelect={select} motion={motions[cameBy]} compact={compact} />
  );
}
