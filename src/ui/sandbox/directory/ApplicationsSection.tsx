import { useState } from 'react';
import { namesIn } from '#app/sandbox/names.ts';
import { apisIn, appRolesGiven } from '#app/sandbox/people.ts';
import { registeredApplications } from '#app/sandbox/services.ts';
import { membersIn } from '#app/world/members.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { CheckField } from '#ui/kit/CheckField.tsx';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { peopleWords as words } from '#words/sandbox/people.ts';
import { MemberField } from '../details/MemberField.tsx';
import { CommandRow } from '../give/CommandButtons.tsx';
import { CommandForm } from '../give/CommandForm.tsx';
import { Section } from '../Section.tsx';
import { Id } from '#ui/lens/Id.tsx';
import styles from '../Stack.module.css';

/** Applications of one's own: APIs for which tokens can be asked, `api://<appId>`. */
export function ApplicationsSection() {
  const applications = registeredApplications(useCloud());
  const [name, setName] = useState('Orders API');
  const [roles, setRoles] = useState('Orders.Read');
  const [assignmentRequired, setAssignmentRequired] = useState(false);
  const appRoles = roles.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
  return (
    <Section title={words.applications}>
      {applications.length === 0 && <p className={styles.soft}>{words.noApplications}</p>}
      <ul className={styles.list} aria-label={words.applications}>
        {applications.map(({ appId, displayName, appRoles: held }) => (
          <li key={appId} className={styles.tight}>
            <span className={styles.row}>
              <Mark kind="appRegistration" name={displayName} />
              <span className={styles.soft}>{held.join(', ')}</span>
            </span>
            <code className={styles.soft}>
              api://
              <Id value={appId} />
            </code>
          </li>
        ))}
      </ul>
      <Disclosure summary={words.register}>
        <CommandForm
          command={name === '' ? null : { type: 'RegisterApplication', name, appRoles, assignmentRequired }}
          action={words.register}
          onDone={() => setName('')}
        >
          <TextField label={words.applicationName} value={name} onChange={setName} />
          <TextField label={words.appRoles} value={roles} onChange={setRoles} />
          <CheckField label={words.assignmentRequired} checked={assignmentRequired} onChange={setAssignmentRequired} />
        </CommandForm>
      </Disclosure>
    </Section>
  );
}

/** App roles that were given: they come with the token, and Azure roles never do. */
export function AppRolesSection() {
  const state = useCloud();
  const { member, api } = namesIn(state);
  const given = appRolesGiven(state);
  return (
    <Section title={words.appRolesGiven}>
      {given.length === 0 && <p className={styles.soft}>{words.noAppRoles}</p>}
      <ul className={styles.list} aria-label={words.appRolesGiven}>
        {given.map(({ principalId, resource, role }) => (
          <CommandRow
            key={`${principalId} ${resource} ${role}`}
            acts={[
              {
                name: words.removeAppRole(role, member(principalId)),
                icon: 'trash',
                command: { type: 'RemoveAppRole', principalId, resource, role },
              },
            ]}
          >
            <strong>{member(principalId)}</strong>
            <span className={styles.soft}>
              {role}, {api(resource)}
            </span>
          </CommandRow>
        ))}
      </ul>
      <Disclosure summary={words.assignAppRole}>
        <AppRoleForm />
      </Disclosure>
    </Section>
  );
}

function AppRoleForm() {
  const state = useCloud();
  const apis = apisIn(state);
  const [who, setWho] = useState<PrincipalId | null>(null);
  const [chosen, setChosen] = useState('');
  const [wanted, setWanted] = useState('');
  const principalId = who ?? membersIn(state)[0]?.id ?? null;
  const api = apis.find(({ appId }) => appId === chosen) ?? apis.at(-1);
  const role = api?.appRoles.find((each) => each === wanted) ?? api?.appRoles[0];
  if (api === undefined || role === undefined) return null;
  return (
    <CommandForm
      command={principalId === null ? null : { type: 'AssignAppRole', principalId, resource: api.appId, role }}
      action={words.assignAppRole}
      icon="key"
    >
      <MemberField label={words.member} value={principalId} onChange={setWho} />
      <SelectField
        label={words.api}
        value={api.appId}
        onChange={setChosen}
        options={apis.map(({ appId, displayName }) => ({ value: appId, label: displayName }))}
      />
      <SelectField
        label={words.appRole}
        value={role}
        onChange={setWanted}
        options={api.appRoles.map((each) => ({ value: each, label: each }))}
      />
    </CommandForm>
  );
}
