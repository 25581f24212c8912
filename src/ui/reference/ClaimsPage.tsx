import { claimFacts, type ClaimFacts } from '#app/reference/claims.ts';
import { Chip } from '#ui/kit/Chip.tsx';
import { flowWords } from '#ui/words/words.ts';
import { referenceWords } from '#words/reference/pages.ts';
import { tableWords as words } from '#words/reference/tables.ts';
import styles from './Pages.module.css';
import { RecordTable, type Columns } from './RecordTable.tsx';
import { ReferenceFrame } from './ReferenceFrame.tsx';
import { useFilter } from './use-filter.ts';

const columns: Columns<ClaimFacts> = [
  { head: words.heads.claim, cell: ({ name }) => <code>{name}</code> },
  { head: words.heads.means, wide: true, cell: (claim) => <Meaning claim={claim} /> },
  { head: words.heads.compared, wide: true, cell: (claim) => <Readers claim={claim} /> },
];

/** What stands in a token, and who compares it. */
export function ClaimsPage() {
  const filter = useFilter(claimFacts, textOf);
  return (
    <ReferenceFrame page="claims" filter={filter}>
      <RecordTable
        label={referenceWords.pages.claims.title}
        rows={filter.shown}
        idOf={({ name }) => name}
        columns={columns}
      />
    </ReferenceFrame>
  );
}

function Meaning({ claim: { name, documented } }: { readonly claim: ClaimFacts }) {
  return (
    <span>
      {flowWords.claimWords(name).means} {!documented && <Chip tone="ghost">{words.undocumented}</Chip>}
    </span>
  );
}

function Readers({ claim: { name, comparedBy } }: { readonly claim: ClaimFacts }) {
  return (
    <span className={styles.readers}>
      <span>{flowWords.claimWords(name).compared}</span>
      <span className={styles.chips}>
        {comparedBy.map((reader) => (
          <Chip key={reader}>{words.readers[reader]}</Chip>
        ))}
      </span>
    </span>
  );
}

function textOf({ name, comparedBy }: ClaimFacts): string {
  const { means, compared } = flowWords.claimWords(name);
  return [name, means, compared, ...comparedBy.map((reader) => words.readers[reader])].join(' ');
}
