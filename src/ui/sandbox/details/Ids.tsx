import { CopyButton } from '#ui/kit/CopyButton.tsx';
import { DefinitionList } from '#ui/kit/DefinitionList.tsx';
import { Id } from '#ui/lens/Id.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from './Ids.module.css';

const words = sandboxWords.details;

interface IdsProps {
  readonly resourceId?: string | undefined;
  readonly principalId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly tenantId?: string | undefined;
}

/** The ids of a thing, each with who asks for it: the three are easily mistaken for one another. */
export function Ids({ resourceId, principalId, clientId, tenantId }: IdsProps) {
  const rows = [
    { term: words.principalId, value: principalId, use: words.principalIdUse },
    { term: words.clientId, value: clientId, use: words.clientIdUse },
    { term: words.resourceId, value: resourceId, use: words.resourceIdUse },
    { term: words.tenantId, value: tenantId, use: words.tenantIdUse },
  ];
  return (
    <DefinitionList
      items={rows.flatMap(({ term, value, use }) =>
        value === undefined
          ? []
          : [
              {
                term,
                detail: (
                  <span className={styles.id}>
                    <code>
                      <Id value={value} />
                    </code>
                    <CopyButton text={value} />
                    <small>{use}</small>
                  </span>
                ),
              },
            ],
      )}
    />
  );
}
