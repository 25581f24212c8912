import { hostRows, type HostRow } from '#app/reference/hosts.ts';
import { Chip } from '#ui/kit/Chip.tsx';
import { referenceWords } from '#words/reference/pages.ts';
import { tableWords as words } from '#words/reference/tables.ts';
import styles from './Pages.module.css';
import { Path } from './Path.tsx';
import { RecordTable, type Columns } from './RecordTable.tsx';
import { ReferenceFrame } from './ReferenceFrame.tsx';
import { Said } from './Said.tsx';
import { useFilter } from './use-filter.ts';

const columns: Columns<HostRow> = [
  { head: words.heads.host, cell: (host) => <HostName host={host} /> },
  { head: words.heads.endpoint, wide: true, cell: (host) => <Endpoint host={host} /> },
  {
    head: words.heads.header,
    cell: ({ header }) => (header === null ? null : <code className={styles.short}>{header}</code>),
  },
  {
    head: words.heads.identities,
    cell: ({ identities }) => <Identities identities={identities} />,
  },
  { head: words.heads.note, cell: ({ id }) => <Said>{words.hosts[id].note}</Said> },
];

/** Every kind of host with its endpoint. */
export function HostsPage() {
  const filter = useFilter(hostRows, textOf);
  return (
    <ReferenceFrame page="hosts" filter={filter}>
      <RecordTable
        label={referenceWords.pages.hosts.title}
        rows={filter.shown}
        idOf={({ id }) => id}
        columns={columns}
      />
    </ReferenceFrame>
  );
}

function Identities({ identities }: Pick<HostRow, 'identities'>) {
  return (
    <span className={styles.stack}>
      {identities.map((each) => (
        <span key={each} className={styles.short}>
          {words.identities[each]}
        </span>
      ))}
    </span>
  );
}

function HostName({ host: { id, isSimulated } }: { readonly host: HostRow }) {
  return (
    <span className={styles.stack}>
      <span>{words.hosts[id].name}</span>
      {!isSimulated && <Chip tone="ghost">{words.notSimulated}</Chip>}
    </span>
  );
}

function Endpoint({ host: { endpoint, apiVersion } }: { readonly host: HostRow }) {
  if (endpoint === null) return words.noEndpoint;
  return (
    <span className={styles.stack}>
      <code>
        <Path>{endpoint}</Path>
      </code>
      {apiVersion !== null && <code className={styles.under}>api-version={apiVersion}</code>}
    </span>
  );
}

function textOf({ id, endpoint, header, apiVersion, isSimulated }: HostRow): string {
  const { name, note } = words.hosts[id];
  return [name, note, endpoint, header, apiVersion, isSimulated ? '' : words.notSimulated].join(' ');
}
