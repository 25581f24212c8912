import type { GroupNode } from '#app/world/graph/model.ts';
import { KindIcon } from '#ui/subject/KindIcon.tsx';
import { fit, widthOf } from '#ui/subject/metrics.ts';
import { graphWords, subjectWords } from '#ui/words/words.ts';
import styles from './nodes.module.css';

/** The width of the subscription's title, for its ring too. */
export const subscriptionTitleWidth = 160;

export function SubscriptionTitle() {
  return <Title icon="subscription" name={graphWords.subscription} left={6} />;
}

interface TitleProps {
  readonly icon: 'subscription' | 'resourceGroup';
  readonly name: string;
  readonly note?: string;
  readonly left: number;
}

function Title({ icon, name, note, left }: TitleProps) {
  return (
    <g className={styles.title}>
      <KindIcon kind={icon} size={16} x={left + 6} y={11} />
      <text className={styles.titleName} x={left + 29} y="23.5">
        {name}
        {note !== undefined && (
          <tspan className={styles.titleNote} dx="8">
            {note}
          </tspan>
        )}
      </text>
    </g>
  );
}

export function GroupTitle({ node }: { readonly node: GroupNode }) {
  const { from, to } = node.title;
  const room = to - from - 29;
  const note = subjectWords.kinds.resourceGroup;
  const hasNote = widthOf(node.name, 13) + widthOf(note, 10) + 8 < room;
  return (
    <>
      <Title icon="resourceGroup" name={fit(node.name, room, 13)} {...(hasNote && { note })} left={from - 6} />
      {node.isEmpty && (
        <text className={styles.quiet} x={node.box.width / 2} y={node.box.height / 2 + 14}>
          {graphWords.emptyGroup}
        </text>
      )}
    </>
  );
}
