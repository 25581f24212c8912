import { protocolOf } from '#app/flow/protocol.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { HttpPart } from '#ui/kit/http-parts.ts';
import type { HttpExplainer } from '#ui/kit/http-explainer.ts';
import { partsWords as words, partWords } from '#words/flow/parts.ts';
import styles from './PartText.module.css';

/** Parts of which something can be missing; of the others it is said what another one would mean. */
const missable: readonly HttpPart['kind'][] = ['header', 'query', 'field'];

/** Explains the parts of a request, or of the answer to it. */
export function explainParts(request: HttpRequest, side: 'request' | 'response'): HttpExplainer {
  const protocol = protocolOf(request);
  return {
    label: words.listLabel,
    hint: words.hint,
    partByPart: words.partByPart,
    title: ({ kind, name }) => words.title(kind, name),
    text: (part) => {
      const said = partWords(protocol, side, part);
      if (said === null) return <p>{words.unknown}</p>;
      return (
        <>
          <p>{said.means}</p>
          <p>
            <span className={styles.label}>{words.reader}:</span> {said.reader}
          </p>
          <p>
            {missable.includes(part.kind) && <span className={styles.label}>{words.without}: </span>}
            {said.without}
          </p>
        </>
      );
    },
  };
}
