import { errorTable, type ErrorEntry, type ErrorId, type ErrorSource } from '#app/reference/errors/table.ts';
import { Chip } from '#ui/kit/Chip.tsx';
import { errorSources, errorWords } from '#words/reference/errors.ts';
import { referenceWords as words } from '#words/reference/pages.ts';
import { tableWords } from '#words/reference/tables.ts';
import { Entry, EntryGroup, EntryList } from './Entry.tsx';
import { Fact, Facts } from './Facts.tsx';
import styles from './Pages.module.css';
import { ReferenceFrame } from './ReferenceFrame.tsx';
import { RuleLinks } from './RuleLinks.tsx';
import { Said } from './Said.tsx';
import { useFilter } from './use-filter.ts';

type KnownError = ErrorEntry<ErrorId>;

const sources = [...new Set(errorTable.map(({ from }) => from))];

/** Every refusal of the engine with its cause and its cure. */
export function ErrorsPage() {
  const filter = useFilter(errorTable, textOf);
  return (
    <ReferenceFrame page="errors" filter={filter}>
      <nav className={styles.jumps} aria-label={tableWords.areas}>
        {sources.map((source) => (
          <a key={source} href={`#from-${source}`}>
            {errorSources[source]}
          </a>
        ))}
      </nav>
      {sources.map((source) => (
        <SourceGroup key={source} source={source} errors={filter.shown.filter(({ from }) => from === source)} />
      ))}
    </ReferenceFrame>
  );
}

interface SourceGroupProps {
  readonly source: ErrorSource;
  readonly errors: readonly KnownError[];
}

function SourceGroup({ source, errors }: SourceGroupProps) {
  if (errors.length === 0) return null;
  return (
    <EntryGroup id={`from-${source}`} title={errorSources[source]}>
      <EntryList>
        {errors.map((error) => (
          <ErrorCard key={error.id} error={error} />
        ))}
      </EntryList>
    </EntryGroup>
  );
}

function ErrorCard({ error: { id, status, code, text, source, rule } }: { readonly error: KnownError }) {
  const { cause, cure } = errorWords[id];
  const name = [status, code].filter((part) => part !== null && part !== '').join(' ');
  const isOwn = source === 'unconfirmed';
  return (
    <Entry
      id={id}
      name={name === '' ? text : name}
      title={<ErrorTitle status={status} code={code} fallback={text} />}
      tools={<Chip tone={isOwn ? 'ghost' : 'plain'}>{words.sources[source]}</Chip>}
    >
      {name !== '' && <WireWords text={text} isOwn={isOwn} />}
      <Facts>
        <Fact name={tableWords.cause}>
          <Said>{cause}</Said>
        </Fact>
        <Fact name={tableWords.cure}>
          <Said>{cure}</Said>
        </Fact>
        <Fact name={words.ruleHead}>
          <RuleLinks rules={[rule]} />
        </Fact>
      </Facts>
    </Entry>
  );
}

function ErrorTitle({ status, code, fallback }: Pick<KnownError, 'status' | 'code'> & { readonly fallback: string }) {
  return (
    <>
      {status !== null && <span className={styles.status}>{status}</span>}
      {status !== null && ' '}
      {code !== '' && <code>{code}</code>}
      {status === null && code === '' && <code className={styles.plain}>{fallback}</code>}
    </>
  );
}

function WireWords({ text, isOwn }: { readonly text: string; readonly isOwn: boolean }) {
  if (text === '') return <p className={styles.empty}>{tableWords.noBody}</p>;
  return (
    <pre className={styles.wire}>
      <span className={isOwn ? styles.own : undefined}>{text}</span>
    </pre>
  );
}

function textOf({ id, status, code, text, from }: KnownError): string {
  const { cause, cure } = errorWords[id];
  return [status, code, text, errorSources[from], cause, cure].join(' ');
}
