import type { LaneScriptId } from '#app/lanes/scripts.ts';
import type { FigureName, LanesFigureName } from '#content/types.ts';

/** The figures that play a script in two lanes. */
export const laneFigures: Readonly<Record<LanesFigureName, LaneScriptId>> = {
  'two-lanes-scale': 'scale',
  'two-lanes-delete': 'delete',
  'two-lanes-recreate': 'recreate',
};

export function isLanesFigure(name: FigureName): name is LanesFigureName {
  return name in laneFigures;
}
