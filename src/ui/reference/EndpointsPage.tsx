import { endpointRows, targetRows, type EndpointRow, type TargetRow } from '#app/reference/endpoints.ts';
import { tableWords as words } from '#words/reference/tables.ts';
import { CodeList } from './CodeList.tsx';
import { CopyIcon } from './CopyIcon.tsx';
import { Entry, EntryGroup, EntryList } from './Entry.tsx';
import { Fact, Facts } from './Facts.tsx';
import styles from './Pages.module.css';
import { RecordTable, type Columns } from './RecordTable.tsx';
import { ReferenceFrame } from './ReferenceFrame.tsx';
import { RuleLinks } from './RuleLinks.tsx';
import { Said } from './Said.tsx';
import { useFilter } from './use-filter.ts';

type Row = EndpointRow | TargetRow;

const rows: readonly Row[] = [...endpointRows, ...targetRows];

/** Where a token is asked for, and which one a target takes. */
export function EndpointsPage() {
  const filter = useFilter(rows, textOf);
  const endpoints = filter.shown.filter((row) => 'request' in row);
  const targets = filter.shown.filter((row) => 'host' in row);
  return (
    <ReferenceFrame page="endpoints" filter={filter}>
      {endpoints.length > 0 && (
        <EntryGroup id="token-endpoints" title={words.tokenEndpoints}>
          <EntryList>
            {endpoints.map((endpoint) => (
              <EndpointEntry key={endpoint.id} endpoint={endpoint} />
            ))}
          </EntryList>
        </EntryGroup>
      )}
      {targets.length > 0 && (
        <EntryGroup id="audiences" title={words.targetsTitle}>
          <TargetTable targets={targets} />
        </EntryGroup>
      )}
    </ReferenceFrame>
  );
}

function EndpointEntry({ endpoint }: { readonly endpoint: EndpointRow }) {
  const { id, request, apiVersion, isOnlyVersion, selectors, rules } = endpoint;
  const { name, unnamed, note } = words.endpoints[id];
  const { method, url, headers, body } = request;
  const lines = [`${method} ${url}`, ...headers.map(([header, value]) => `${header}: ${value}`)];
  return (
    <Entry id={id} name={name}>
      <p className={styles.purpose}>
        <Said>{note}</Said>
      </p>
      <pre className={styles.wire}>{[...lines, ...(body === '' ? [] : ['', body])].join('\n')}</pre>
      <Facts>
        {apiVersion !== null && <Fact name={words.apiVersion}>{words.version(apiVersion, isOnlyVersion)}</Fact>}
        <Fact name={words.selectors}>
          <Said>{selectors.map((selector) => `\`${selector}\``).join(', ')}</Said>
        </Fact>
        <Fact name={words.unnamed}>
          <Said>{unnamed}</Said>
        </Fact>
        <Fact name={words.rules}>
          <RuleLinks rules={rules} />
        </Fact>
      </Facts>
    </Entry>
  );
}

const columns: Columns<TargetRow> = [
  { head: words.heads.target, cell: (target) => <TargetName target={target} /> },
  { head: words.heads.audience, wide: true, cell: (target) => <Audiences target={target} /> },
  { head: words.heads.access, cell: ({ id }) => <Said>{words.targets[id].access}</Said> },
  {
    head: words.heads.knows,
    cell: ({ compares }) => <Said>{compares.map((claim) => words.compares[claim]).join(', ')}</Said>,
  },
  { head: words.rules, cell: ({ rules }) => <RuleLinks rules={rules} /> },
];

function TargetTable({ targets }: { readonly targets: readonly TargetRow[] }) {
  return <RecordTable label={words.targetsTitle} rows={targets} idOf={({ id }) => id} columns={columns} />;
}

function TargetName({ target: { id, host } }: { readonly target: TargetRow }) {
  return (
    <span className={styles.stack}>
      <span>{words.targets[id].name}</span>
      <code className={styles.under}>{host}</code>
    </span>
  );
}

function Audiences({ target: { id, audiences } }: { readonly target: TargetRow }) {
  const [first = ''] = audiences;
  return (
    <span className={styles.copied}>
      <CodeList items={audiences} />
      {!first.includes('{') && <CopyIcon text={first} what={words.audience(words.targets[id].name)} />}
    </span>
  );
}

function textOf(row: Row): string {
  if ('request' in row) {
    const { name, unnamed, note } = words.endpoints[row.id];
    return [name, unnamed, note, row.request.url, row.apiVersion, ...row.selectors].join(' ');
  }
  const { name, access } = words.targets[row.id];
  return [name, access, row.host, ...row.audiences, ...row.compares].join(' ');
}
