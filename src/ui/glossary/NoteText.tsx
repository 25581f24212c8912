import type { Inline } from '#content/types.ts';
import { Code } from '#ui/kit/Code.tsx';

/** Text in a note: what is a note in it is plain text here, and links are left to the page. */
export function NoteText({ content }: { readonly content: readonly Inline[] }) {
  return content.map((inline, index) => <Part key={index} inline={inline} />);
}

function Part({ inline }: { readonly inline: Inline }) {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'code':
      return <Code>{inline.value}</Code>;
    case 'rule':
      return null;
    case 'strong':
    case 'emphasis':
    case 'link':
    case 'term':
      return <NoteText content={inline.children} />;
  }
}
