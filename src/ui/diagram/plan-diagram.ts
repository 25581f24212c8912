import type { SequenceDiagram } from '#content/types.ts';
import type { Picture } from './picture.ts';
import { framesOf } from './plan.ts';
import type { Plan } from './plan.ts';

/** The plan of a diagram from a lesson: names and messages, without a world behind them. */
export function planDiagram(diagram: SequenceDiagram): Plan {
  const labels = new Map(diagram.participants.map(({ id, label }) => [id, label]));
  const picture: Picture = {
    description: diagram.description,
    lanes: diagram.participants.map(({ id, label }) => ({ id, reached: true, head: { kind: 'plain', label } })),
    enclosures: [],
    roles: [],
    rows: diagram.messages.map(({ from, to, text, line }) => ({
      kind: 'message',
      title: `${labels.get(from) ?? from} → ${labels.get(to) ?? to}: ${text}`,
      label: text,
      from,
      to,
      line,
      lost: false,
      token: null,
      verdict: null,
    })),
  };
  return { picture, frames: framesOf(picture, { holders: [], aged: (token) => token }) };
}
