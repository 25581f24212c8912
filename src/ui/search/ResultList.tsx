import { classNames } from '#ui/kit/class-names.ts';
import { AppLink } from '#ui/router/AppLink.tsx';
import { searchWords as words } from '#words/search.ts';
import { Marked } from './Marked.tsx';
import type { Option, OptionGroup } from './options.ts';
import styles from './Search.module.css';

interface ResultListProps {
  readonly id: string;
  readonly groups: readonly OptionGroup[];
  /** The option that Enter opens, counted through all groups. */
  readonly active: number;
  readonly onChoose: (href: string) => void;
  readonly onPoint: (index: number) => void;
}

/** What can be chosen, under headings. The focus stays in the field, which names the active option. */
export function ResultList({ id, groups, active, onChoose, onPoint }: ResultListProps) {
  const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { options }) => sum + options.length, 0));
  return (
    <div className={styles.list} id={id} role="listbox" aria-label={words.results}>
      {groups.map(({ id: group, title, options }, at) => (
        <div key={group} className={styles.group} role="group" aria-labelledby={`${id}-${group}`}>
          <div className={styles.heading} id={`${id}-${group}`} role="presentation">
            {title}
          </div>
          {options.map((option, index) => {
            const place = (starts[at] ?? 0) + index;
            return (
              <OptionLink
                key={option.href}
                id={optionId(id, place)}
                option={option}
                isActive={place === active}
                onChoose={() => onChoose(option.href)}
                onPoint={() => onPoint(place)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

export function optionId(list: string, index: number): string {
  return `${list}-option-${index}`;
}

interface OptionLinkProps {
  readonly id: string;
  readonly option: Option;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

function OptionLink({ id, option, isActive, onChoose, onPoint }: OptionLinkProps) {
  const { href, title, within, passage } = option;
  return (
    <AppLink
      to={href}
      id={id}
      className={classNames(styles.option, isActive && styles.active)}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      onClick={(event) => {
        // In a new tab or window: this one stays as it is.
        if (!(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) onChoose();
      }}
      onPointerMove={onPoint}
    >
      <span className={styles.title}>
        <Marked pieces={title} />
      </span>
      {within !== '' && <span className={styles.within}>{within}</span>}
      {passage.length > 0 && (
        <span className={styles.passage}>
          <Marked pieces={passage} />
        </span>
      )}
    </AppLink>
  );
}
