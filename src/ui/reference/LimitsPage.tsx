import { limitRows, type LimitRow } from '#app/reference/limits.ts';
import { Chip } from '#ui/kit/Chip.tsx';
import { referenceWords } from '#words/reference/pages.ts';
import { tableWords as words } from '#words/reference/tables.ts';
import { RecordTable, type Columns } from './RecordTable.tsx';
import { ReferenceFrame } from './ReferenceFrame.tsx';
import { RuleLinks } from './RuleLinks.tsx';
import { Said } from './Said.tsx';
import { useFilter } from './use-filter.ts';

const columns: Columns<LimitRow> = [
  { head: words.heads.limit, wide: true, cell: ({ id }) => <Said>{words.limits[id].name}</Said> },
  { head: words.heads.value, cell: ({ limit }) => words.limit(limit) },
  { head: words.heads.note, wide: true, cell: ({ id }) => <Said>{words.limits[id].note}</Said> },
  { head: referenceWords.ruleHead, cell: ({ rule }) => <Rule rule={rule} /> },
];

/** How long, how late, how many. */
export function LimitsPage() {
  const filter = useFilter(limitRows, textOf);
  return (
    <ReferenceFrame page="limits" filter={filter}>
      <RecordTable
        label={referenceWords.pages.limits.title}
        rows={filter.shown}
        idOf={({ id }) => id}
        columns={columns}
      />
    </ReferenceFrame>
  );
}

function Rule({ rule }: Pick<LimitRow, 'rule'>) {
  return rule === null ? <Chip tone="ghost">{words.notSimulated}</Chip> : <RuleLinks rules={[rule]} />;
}

function textOf({ id, limit, rule }: LimitRow): string {
  const { name, note } = words.limits[id];
  return [name, note, words.limit(limit), rule].join(' ');
}
