import { nameRows, type NamedThing, type NameRow } from '#app/reference/names.ts';
import { subjectWords } from '#ui/words/words.ts';
import { referenceWords } from '#words/reference/pages.ts';
import { tableWords as words } from '#words/reference/tables.ts';
import styles from './Pages.module.css';
import { Path } from './Path.tsx';
import { RecordTable, type Columns } from './RecordTable.tsx';
import { ReferenceFrame } from './ReferenceFrame.tsx';
import { RuleLinks } from './RuleLinks.tsx';
import { Said } from './Said.tsx';
import { useFilter } from './use-filter.ts';

const columns: Columns<NameRow> = [
  { head: words.heads.kind, cell: (row) => <Kind row={row} /> },
  { head: words.heads.length, cell: ({ min, max }) => words.range(min, max) },
  { head: words.heads.pattern, wide: true, cell: ({ says }) => <Said>{says}</Said> },
  { head: words.heads.uniqueIn, cell: ({ unique }) => words.unique[unique] },
  { head: referenceWords.ruleHead, cell: ({ rule }) => <RuleLinks rules={[rule]} /> },
];

/** What a name may look like. */
export function NamesPage() {
  const filter = useFilter(nameRows, textOf);
  return (
    <ReferenceFrame page="names" filter={filter}>
      <RecordTable
        label={referenceWords.pages.names.title}
        rows={filter.shown}
        idOf={({ thing }) => thing}
        columns={columns}
      />
    </ReferenceFrame>
  );
}

function Kind({ row: { thing, armType } }: { readonly row: NameRow }) {
  return (
    <span className={styles.stack}>
      <span className={styles.upper}>{nameOf(thing)}</span>
      {armType !== null && (
        <code className={styles.under}>
          <Path>{armType}</Path>
        </code>
      )}
    </span>
  );
}

function nameOf(thing: NamedThing): string {
  if (thing === 'userAssignedIdentity') return subjectWords.kinds.userAssignedIdentity;
  return thing in words.things
    ? words.things[thing as keyof typeof words.things]
    : subjectWords.kinds[thing as keyof typeof subjectWords.kinds];
}

function textOf({ thing, armType, says, rule }: NameRow): string {
  return [nameOf(thing), armType, says, rule].join(' ');
}
