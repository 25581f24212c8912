import { dueMoments } from '#app/sandbox/forecast.ts';
import { momentSubject } from '#app/sandbox/moment-subject.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import { Button } from '#ui/kit/Button.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { momentWords as words } from '#words/sandbox/moments.ts';
import { when } from '#words/time.ts';
import { sandboxWords } from '#ui/words/words.ts';
import { Section } from '../Section.tsx';
import styles from '../Stack.module.css';
import { RoleDelayField } from '../toolbar/RoleDelayField.tsx';

/** What comes when by time alone, each with a way there, and how long things take in this world. */
export function MomentsPanel() {
  const state = useCloud();
  const dispatch = useWorld((store) => store.dispatch);
  const due = dueMoments(state);
  return (
    <Card title={words.title}>
      {due.length === 0 && <p className={styles.soft}>{words.none}</p>}
      <ol className={styles.list} aria-label={words.title}>
        {due.map((moment, index) => {
          const at = when(moment.at, state.now);
          const what = `${sandboxWords.momentInWords(moment)} ${momentSubject(state, moment)}`.trim();
          return (
            <li key={index} className={styles.item}>
              <span>
                <time dateTime={new Date(moment.at * 1000).toISOString()}>{at}</time> {what}
              </span>
              <Button
                variant="quiet"
                icon="next"
                aria-label={words.goThere(what, at)}
                onClick={() => dispatch({ type: 'AdvanceClock', seconds: moment.at - state.now })}
              >
                {words.go}
              </Button>
            </li>
          );
        })}
      </ol>
      <Section title={words.delays}>
        <RoleDelayField />
        <ReplicationDelayField />
      </Section>
    </Card>
  );
}

const replications = ['0', '60', '180', '600'] as const;

/** A new principal is not known everywhere at once. */
function ReplicationDelayField() {
  const seconds = useWorld((store) => store.world.state.replicationDelay);
  const dispatch = useWorld((store) => store.dispatch);
  return (
    <SelectField
      label={words.replication}
      value={`${seconds}`}
      onChange={(value) => dispatch({ type: 'SetReplicationDelay', seconds: Number(value) })}
      options={replications.map((each) => ({ value: each, label: words.replications[each] }))}
    />
  );
}
