import type { Inline } from '#content/types.ts';
import { Code } from '#ui/kit/Code.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import styles from './InlineContent.module.css';

/** Text of the content with its marks and links; pages of the app open within it. */
export function InlineContent({ content }: { readonly content: readonly Inline[] }) {
  return content.map((inline, index) => <InlinePart key={index} inline={inline} />);
}

function InlinePart({ inline }: { readonly inline: Inline }) {
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
      return <RuleNote rule={inline.rule} />;
    case 'term':
      return <InlineContent content={inline.children} />;
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

/** The rule that a sentence rests on. */
function RuleNote({ rule }: { readonly rule: string }) {
  return <sup className={styles.rule}>{rule}</sup>;
}

/** A short name such as `vm-web` stays on one line; everything longer may break. */
function isName(code: string): boolean {
  return code.length <= 20 && !code.includes(' ');
}
