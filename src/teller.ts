import { playScene } from '#app/flow/play-scene.ts';
import { planLanes } from '#app/lanes/lane-plan.ts';
import { isLanesFigure, laneFigures } from '#app/lesson/figures/lanes.ts';
import { wayOf } from '#app/lesson/way.ts';
import type { Teller } from '#content/build/teller.ts';
import { flowWords } from '#words/flow.ts';
import { laneWords } from '#words/lanes.ts';
import { stillWords } from '#words/lesson/still.ts';
import { sandboxWords } from '#words/sandbox.ts';

/** What the build of the content asks about live blocks, answered by the engine in the words of the page. */
export const teller: Teller = {
  scenario: (scenario) =>
    playScene(scenario).steps.map(({ story }) => {
      const { title, text } = flowWords.tell(story);
      return { title, text };
    }),
  world: (live) => ({
    offer: stillWords.offer(live.offer),
    way: wayOf(live).map(({ command, names, line }) => {
      const text = sandboxWords.logLine(command, names);
      return line === null ? { text } : { text, line };
    }),
  }),
  figure: (name) =>
    isLanesFigure(name) ? laneWords.toldScript(planLanes(laneFigures[name])) : stillWords.figures[name],
};
