import { use } from 'react';
import { useLessonLibrary } from '#app/content-library.ts';
import type { RuleText } from '#content/types.ts';
import { InlineContent } from '#ui/content/InlineContent.tsx';
import { plainText } from '#ui/content/plain-text.ts';
import { Chip } from '#ui/kit/Chip.tsx';
import { tableWords as words } from '#words/reference/tables.ts';
import { Entry, EntryGroup, EntryList } from './Entry.tsx';
import styles from './Pages.module.css';
import { ReferenceFrame } from './ReferenceFrame.tsx';
import { useFilter } from './use-filter.ts';

/** Every rule of the engine with its source. */
export function RulesPage() {
  const rules = use(useLessonLibrary().loadRules());
  const filter = useFilter(rules, textOf);
  const areas = [...new Set(rules.map(({ area }) => area))];
  return (
    <ReferenceFrame page="rules" filter={filter}>
      <nav className={styles.jumps} aria-label={words.areas}>
        {areas.map((area) => (
          <a key={area} href={`#${anchorOf(area)}`}>
            {area}
          </a>
        ))}
      </nav>
      {areas.map((area) => (
        <Area key={area} area={area} rules={filter.shown.filter((rule) => rule.area === area)} />
      ))}
    </ReferenceFrame>
  );
}

function Area({ area, rules }: { readonly area: string; readonly rules: readonly RuleText[] }) {
  if (rules.length === 0) return null;
  return (
    <EntryGroup id={anchorOf(area)} title={area}>
      <EntryList>
        {rules.map((rule) => (
          <RuleEntry key={rule.id} rule={rule} />
        ))}
      </EntryList>
    </EntryGroup>
  );
}

function RuleEntry({ rule: { id, text, source, isOwn, isDescribed } }: { readonly rule: RuleText }) {
  return (
    <Entry
      id={id}
      name={id}
      title={<code>{id}</code>}
      tools={
        <>
          {isOwn && <Chip tone="ghost">{words.own}</Chip>}
          {isDescribed && <Chip tone="ghost">{words.described}</Chip>}
        </>
      }
    >
      <p className={styles.ruleText}>
        <InlineContent content={text} />
      </p>
      <p className={styles.source}>{words.source(source)}</p>
    </Entry>
  );
}

/** `IMDS: the endpoint …` is found at `#IMDS`. */
function anchorOf(area: string): string {
  return area.split(':')[0] ?? area;
}

function textOf({ id, text, source, area }: RuleText): string {
  return [id, plainText(text), source, area].join(' ');
}
