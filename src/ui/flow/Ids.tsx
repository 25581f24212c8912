import type { Cast } from '#app/flow/scene.ts';
import { Code } from '#ui/kit/Code.tsx';
import { DefinitionList } from '#ui/kit/DefinitionList.tsx';
import { Id } from '#ui/lens/Id.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { flowWords } from '#ui/words/words.ts';
import styles from './StepPanel.module.css';

/** The ids of the principals: what will be seen again in messages and tokens. */
export function Ids({ cast }: { readonly cast: Cast }) {
  return (
    <div className={styles.stack}>
      <p className={styles.nothing}>{flowWords.noMessageYet(cast.principals.length > 0)}</p>
      {cast.principals.map(({ id, clientId, name, of, purgeAt }) => (
        <div key={id} className={styles.principal}>
          <p>
            <Mark kind={markOf(of, purgeAt !== null)} name={name} />
          </p>
          <DefinitionList
            items={[
              {
                term: flowWords.objectId,
                detail: (
                  <Code>
                    <Id value={id} />
                  </Code>
                ),
              },
              ...(clientId === null
                ? []
                : [
                    {
                      term: flowWords.clientId,
                      detail: (
                        <Code>
                          <Id value={clientId} />
                        </Code>
                      ),
                    },
                  ]),
            ]}
          />
        </div>
      ))}
    </div>
  );
}

const marks = {
  system: 'systemPrincipal',
  user: 'userPrincipal',
  person: 'person',
  group: 'group',
  application: 'appRegistration',
} as const;

function markOf(of: keyof typeof marks, deleted: boolean) {
  return deleted ? 'deletedPrincipal' : marks[of];
}
