import type { Inline } from '#content/types.ts';
import { Code } from '#ui/kit/Code.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';

/** Text of the content with its marks and links; pages of the app open within it. */
export function InlineContent({ content }: { readonly content: readonly Inline[] }) {
  return content.map((inline, index) => <InlinePart key={index} inline={inline} />);
}

function InlinePart({ inline }: { readonly inline: Inline }) {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'code':
      return <Code>{inline.value}</Code>;
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
