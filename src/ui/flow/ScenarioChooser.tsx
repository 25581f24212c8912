import { useMemo, useState } from 'react';
import { useNavigate } from '#ui/router/navigation.ts';
import { useContentLibrary } from '#app/content-library.ts';
import { groupScenarios } from '#app/flow/scenario-groups.ts';
import { paths } from '#app/paths.ts';
import { Dialog } from '#ui/kit/Dialog.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import { SelectField, type SelectGroup, type SelectOption } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { AppLink } from '#ui/router/AppLink.tsx';
import { inMode, useDisplayMode } from '#ui/router/display-mode.ts';
import { flowWords } from '#ui/words/words.ts';
import { chooserWords as words } from '#words/flow/chooser.ts';
import styles from './ScenarioChooser.module.css';

/** The way to another scenario: a list by groups for who knows the title, and one with a filter for who does not. */
export function ScenarioChooser({ id }: { readonly id: string }) {
  const { scenarios, scenarioGroups } = useContentLibrary();
  const navigate = useNavigate();
  const mode = useDisplayMode();
  const [open, setOpen] = useState(false);
  const options = useMemo(
    () =>
      groupScenarios(scenarios, scenarioGroups).flatMap((group): readonly (SelectOption | SelectGroup)[] => {
        const inGroup = group.scenarios.map((each) => ({ value: each.id, label: each.title }));
        return group.title === '' ? inGroup : [{ label: group.title, options: inGroup }];
      }),
    [scenarios, scenarioGroups],
  );
  return (
    <div className={styles.chooser}>
      <SelectField
        label={flowWords.scenario}
        value={id}
        onChange={(chosen) => navigate(inMode(paths.flow.href({ scenario: chosen }), mode))}
        options={options}
      />
      <IconButton name={words.all(scenarios.length)} icon="list" onClick={() => setOpen(true)} />
      <Dialog open={open} onClose={() => setOpen(false)} title={words.title}>
        <ScenarioList id={id} onChosen={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function ScenarioList({ id, onChosen }: { readonly id: string; readonly onChosen: () => void }) {
  const { scenarios, scenarioGroups } = useContentLibrary();
  const [wanted, setWanted] = useState('');
  const groups = groupScenarios(scenarios, scenarioGroups, wanted);
  const count = groups.reduce((sum, group) => sum + group.scenarios.length, 0);
  return (
    <div className={styles.list}>
      <TextField label={words.filter} hint={words.filterHint} value={wanted} onChange={setWanted} />
      <p className={styles.count} role="status">
        {words.found(count)}
      </p>
      {groups.map((group) => (
        <section key={group.id} aria-label={group.title}>
          <h3 className={styles.group}>{group.title}</h3>
          <ul className={styles.scenarios}>
            {group.scenarios.map((scenario) => (
              <li key={scenario.id}>
                <AppLink
                  to={paths.flow.href({ scenario: scenario.id })}
                  className={styles.scenario}
                  aria-current={scenario.id === id ? 'page' : undefined}
                  onClick={onChosen}
                >
                  {scenario.title}
                </AppLink>
                <p className={styles.summary}>{scenario.summary}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
