import { IconButton } from '#ui/kit/IconButton.tsx';
import { graphWords } from '#ui/words/words.ts';
import type { Viewing } from './useView.ts';
import styles from './Rail.module.css';

export interface RailProps {
  readonly viewing: Viewing;
  readonly isList: boolean;
  readonly onList: (isList: boolean) => void;
  readonly hasLegend: boolean;
  readonly onLegend: (isOpen: boolean) => void;
}

/** The controls of the picture, at its side. */
export function Rail({ viewing, isList, onList, hasLegend, onLegend }: RailProps) {
  return (
    <div className={styles.rail} role="group" aria-label={graphWords.controls}>
      {isList ? (
        <IconButton name={graphWords.asPicture} icon="graph" onClick={() => onList(false)} />
      ) : (
        <>
          <IconButton name={graphWords.asList} icon="list" onClick={() => onList(true)} />
          <IconButton
            name={graphWords.legend}
            icon="question"
            aria-expanded={hasLegend}
            onClick={() => onLegend(!hasLegend)}
          />
          <span className={styles.gap} />
          <IconButton name={graphWords.zoomIn} icon="plus" onClick={() => viewing.zoom(1)} />
          <IconButton name={graphWords.zoomOut} icon="minus" onClick={() => viewing.zoom(-1)} />
          <IconButton name={graphWords.fit} icon="expand" onClick={viewing.fitAll} />
        </>
      )}
    </div>
  );
}
