import type { Block, Lesson, LiveWorld, Question, SequenceDiagram, ToldStep } from '#content/types.ts';

/** A diagram's messages as steps: who to whom, and what. */
export function stepsOf({ participants, messages }: SequenceDiagram): readonly ToldStep[] {
  const labels = new Map(participants.map(({ id, label }) => [id, label]));
  return messages.map(({ from, to, text }) => ({
    title: `${labels.get(from) ?? from} → ${labels.get(to) ?? to}`,
    text,
  }));
}

/** What a sheet of answers has to answer, in the order of the lesson. */
export type Asked =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'task'; readonly world: LiveWorld };

export function askedIn({ blocks }: Pick<Lesson, 'blocks'>): readonly Asked[] {
  return blocks.flatMap((block): readonly Asked[] => {
    if (isQuestion(block)) return [{ kind: 'question', question: block.question }];
    return block.type === 'world' && block.world.told !== undefined ? [{ kind: 'task', world: block.world }] : [];
  });
}

function isQuestion(block: Block): block is Extract<Block, { type: 'check' | 'predict' }> {
  return block.type === 'check' || block.type === 'predict';
}
