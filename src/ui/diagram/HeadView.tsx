import { classNames } from '#ui/kit/class-names.ts';
import { KindIcon } from '#ui/subject/KindIcon.tsx';
import { fit, fitOrShort, sealHeight } from '#ui/subject/metrics.ts';
import { PrincipalSeal } from '#ui/subject/PrincipalSeal.tsx';
import { TargetShape } from '#ui/subject/TargetShape.tsx';
import type { Box } from './layout.ts';
import type { Head } from './picture.ts';
import { wrapped } from './wrapped.ts';
import styles from './Sequence.module.css';

interface HeadViewProps {
  readonly head: Head;
  readonly box: Box;
}

/** Who stands at the head of a lane, with its name. */
export function HeadView({ head, box }: HeadViewProps) {
  switch (head.kind) {
    case 'plain':
      return <Plain label={head.label} box={box} />;
    case 'station':
      return <Station head={head} box={box} />;
    case 'principals':
      return head.seals.map(({ id, name, of, deleted }, index) => (
        <PrincipalSeal
          key={id}
          x={box.x}
          y={box.y + index * (sealHeight + 4)}
          width={box.width}
          name={name}
          of={of}
          {...(deleted === null ? {} : { deleted })}
        />
      ));
    case 'target':
      return head.target === null ? (
        <Plain label={head.label} box={box} />
      ) : (
        <TargetShape x={box.x} y={box.y} width={box.width} kind={head.target} name={head.label} />
      );
  }
}

function Station({ head, box }: { readonly head: Extract<Head, { kind: 'station' }>; readonly box: Box }) {
  const middle = box.x + box.width / 2;
  const hasNote = head.note !== '';
  return (
    <g>
      <rect className={styles.station} x={box.x} y={box.y} width={box.width} height={box.height} rx="6" />
      <g className={styles.title}>
        <KindIcon kind={head.icon} size={20} x={middle - 10} y={box.y + (hasNote ? 6 : 13)} />
        <text className={styles.centred} x={middle} y={box.y + (hasNote ? 42 : 51)}>
          {fitOrShort(head, box.width * 1.15, 14)}
        </text>
      </g>
      {hasNote && (
        <text className={classNames(styles.note, styles.centred)} x={middle} y={box.y + 59}>
          {fit(head.note, box.width * 1.2, 12)}
        </text>
      )}
    </g>
  );
}

function Plain({ label, box }: { readonly label: string; readonly box: Box }) {
  const lines = wrapped(label, box.width - 12, 13);
  const middle = box.x + box.width / 2;
  const first = box.y + box.height / 2 + 5 - (lines.length - 1) * 8.5;
  return (
    <g>
      <rect className={styles.station} x={box.x} y={box.y} width={box.width} height={box.height} rx="6" />
      <text className={classNames(styles.plain, styles.centred)}>
        {lines.map((line, index) => (
          <tspan key={index} x={middle} y={first + index * 17}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
