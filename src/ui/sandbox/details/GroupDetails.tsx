import { resourcesIn } from '#app/sandbox/facts.ts';
import { resourceNodeId } from '#app/world/graph/node-id.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Resource, ResourceGroup } from '#domain/arm/resource.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import styles from '../Stack.module.css';
import { Section } from '../Section.tsx';
import { useSelection } from '../selection.ts';
import { DeleteButton } from './DeleteButton.tsx';
import { RolesAtSection, ScopeManagement } from './ScopeDetails.tsx';

const words = sandboxWords.details;

/** A resource group: what is in it, who has a role on all of it, and the end of all of it. */
export function GroupDetails({ group }: { group: ResourceGroup }) {
  const contents = resourcesIn(useCloud(), group);
  const { select } = useSelection();
  return (
    <Card title={<Mark kind="resourceGroup" name={group.name} />}>
      <p className={styles.soft}>
        {words.region}: {group.location}
      </p>
      <Section title={words.contents}>
        {contents.length === 0 ? (
          <p className={styles.soft}>{words.groupEmpty}</p>
        ) : (
          <ul className={styles.list}>
            {contents.map((each) => (
              <li key={each.id}>
                <Button variant="quiet" onClick={() => select(resourceNodeId(each.id))}>
                  <Mark kind={each.kind} name={each.name} />
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <RolesAtSection scope={group.id} />
      <ScopeManagement scope={group.id} />
      <DeleteButton
        name={group.name}
        command={{ type: 'DeleteResourceGroup', name: group.name }}
        {...(contents.length === 0 ? {} : { confirm: <Contents contents={contents} /> })}
      />
    </Card>
  );
}

function Contents({ contents }: { contents: readonly Resource[] }) {
  return (
    <ul className={styles.list}>
      {contents.map((each) => (
        <li key={each.id}>
          <Mark kind={each.kind} name={each.name} />
        </li>
      ))}
    </ul>
  );
}
