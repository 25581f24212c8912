import { byteCount, segments, valueText } from '#app/flow/tamper.ts';
import type { Segment, Tampering } from '#app/flow/tamper.ts';
import type { CarriedToken } from '#domain/protocol/hops.ts';
import { RadioGroup } from '#ui/kit/RadioGroup.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { Slider } from '#ui/kit/Slider.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { tamperWords as words } from '#words/flow/tamper.ts';
import styles from './Tamper.module.css';

interface TamperFormProps {
  readonly token: CarriedToken;
  readonly jwt: string;
  readonly change: Tampering;
  readonly onChange: (change: Tampering) => void;
}

type ClaimChange = Extract<Tampering, { kind: 'claim' }>;

/** A claim with the value that it was issued with: nothing is changed yet. */
function asIssued(
  { header, claims }: CarriedToken,
  { segment, name }: Pick<ClaimChange, 'segment' | 'name'>,
): ClaimChange {
  const fields: Readonly<Record<string, unknown>> = segment === 'payload' ? { ...claims } : { ...header };
  return { kind: 'claim', segment, name, value: valueText(fields[name]) };
}

/** The claim that says who is calling: what one would like to change first. */
export function objectIdOf(token: CarriedToken): ClaimChange {
  return asIssued(token, { segment: 'payload', name: 'oid' });
}

/** What is changed: a claim's value, or one byte. */
export function TamperForm({ token, jwt, change, onChange }: TamperFormProps) {
  return (
    <div className={styles.form}>
      <RadioGroup
        legend={words.what}
        inline
        value={change.kind}
        onChange={(kind) => onChange(kind === 'byte' ? { kind: 'byte', segment: 'payload', at: 0 } : objectIdOf(token))}
        options={[
          { value: 'claim', label: words.claim },
          { value: 'byte', label: words.byte },
        ]}
      />
      {change.kind === 'claim' ? (
        <ClaimFields token={token} change={change} onChange={onChange} />
      ) : (
        <ByteFields jwt={jwt} change={change} onChange={onChange} />
      )}
    </div>
  );
}

interface ClaimFieldsProps {
  readonly token: CarriedToken;
  readonly change: ClaimChange;
  readonly onChange: (change: Tampering) => void;
}

function ClaimFields({ token, change, onChange }: ClaimFieldsProps) {
  const names = [
    ...Object.keys(token.claims).map((name) => ({ segment: 'payload' as const, name })),
    ...Object.keys(token.header).map((name) => ({ segment: 'header' as const, name })),
  ];
  return (
    <>
      <SelectField
        label={words.name}
        value={`${change.segment} ${change.name}`}
        onChange={(chosen) => {
          const found = names.find(({ segment, name }) => `${segment} ${name}` === chosen);
          if (found !== undefined) onChange(asIssued(token, found));
        }}
        options={names.map(({ segment, name }) => ({
          value: `${segment} ${name}`,
          label: segment === 'header' ? words.inHeader(name) : name,
        }))}
      />
      <TextField label={words.value} value={change.value} onChange={(value) => onChange({ ...change, value })} />
    </>
  );
}

interface ByteFieldsProps {
  readonly jwt: string;
  readonly change: Extract<Tampering, { kind: 'byte' }>;
  readonly onChange: (change: Tampering) => void;
}

function ByteFields({ jwt, change, onChange }: ByteFieldsProps) {
  const count = byteCount(jwt, change.segment);
  return (
    <>
      <SelectField
        label={words.segment}
        value={change.segment}
        onChange={(segment) => onChange({ kind: 'byte', segment: segment as Segment, at: 0 })}
        options={segments.map((segment) => ({ value: segment, label: words.segments[segment] }))}
      />
      <Slider
        label={words.position}
        value={change.at}
        max={Math.max(count - 1, 0)}
        text={words.positionText(change.at, count)}
        onChange={(at) => onChange({ ...change, at })}
      />
    </>
  );
}
