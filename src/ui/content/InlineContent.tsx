import { paths } from '#app/paths.ts';
import type { Inline } from '#content/types.ts';
import { Code } from '#ui/kit/Code.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { noteWords } from '#words/reference/notes.ts';
import { NoteLink } from './NoteLink.tsx';
import styles from './InlineContent.module.css';

/** Text of the content with its marks and links; pages of the app open within it. */
export function InlineContent({ content }: { readonly content: readonly Inline[] }) {
  return content.map((inline, index) => <InlinePart key={index} inline={inline} rules={rulesFrom(content, index)} />);
}

interface InlinePartProps {
  readonly inline: Inline;
  /** Rules that stand side by side, at the first of them; they share a mark. */
  readonly rules: readonly string[];
}

function InlinePart({ inline, rules }: InlinePartProps) {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'code':
      return isName(inline.value) ? (
        <span className={styles.name}>
          <Code>{inline.value}</Code>
        </span>
      ) : (
        <Code>{inline.value}</Code>
      );
    case 'strong':
      return (
        <strong>
          <InlineContent content={inline.children} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <InlineContent content={inline.children} />
        </em>
      );
    case 'rule':
      return rules.length === 0 ? null : <RuleMark rules={rules} />;
    case 'term':
      return (
        <NoteLink className={styles.term} to={`${paths.glossary.href()}#${inline.term}`} note={{ term: inline.term }}>
          <InlineContent content={inline.children} />
        </NoteLink>
      );
    case 'link':
      return inline.href.startsWith('/') ? (
        <AppLink to={inline.href}>
          <InlineContent content={inline.children} />
        </AppLink>
      ) : (
        <a href={inline.href} rel="noreferrer">
          <InlineContent content={inline.children} />
        </a>
      );
  }
}

/** The rules that a sentence rests on: a mark, as of a footnote. */
function RuleMark({ rules }: { readonly rules: readonly string[] }) {
  return (
    <NoteLink
      className={styles.rule}
      to={`${paths.referencePage.href('rules')}#${rules[0] ?? ''}`}
      note={{ rules }}
      label={noteWords.rules(rules)}
    >
      {noteWords.mark(rules)}
    </NoteLink>
  );
}

function rulesFrom(content: readonly Inline[], start: number): readonly string[] {
  if (content[start - 1]?.type === 'rule') return [];
  const end = content.findIndex(({ type }, index) => index >= start && type !== 'rule');
  return content
    .slice(start, end === -1 ? undefined : end)
    .flatMap((inline) => ('rule' in inline ? [inline.rule] : []));
}

/** A short name such as `vm-web` stays on one line; everything longer may break. */
function isName(code: string): boolean {
  return code.length <= 20 && !code.includes(' ');
}
