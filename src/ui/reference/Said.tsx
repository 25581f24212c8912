import { Code } from '#ui/kit/Code.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';

const marks = /(`[^`]+`|\[[^\]]+\]\([^)]+\))/;

/** Words with `code` and [links](/page) in them. */
export function Said({ children }: { readonly children: string }) {
  return children.split(marks).map((part, index) => {
    if (index % 2 === 0) return part;
    if (part.startsWith('`')) return <Code key={index}>{part.slice(1, -1)}</Code>;
    const [, text = '', href = ''] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part) ?? [];
    return (
      <AppLink key={index} to={href}>
        {text}
      </AppLink>
    );
  });
}
