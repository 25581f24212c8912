import { useState } from 'react';
import { namesIn } from '#app/sandbox/names.ts';
import { groupsOfDirectory } from '#app/sandbox/people.ts';
import { membersIn } from '#app/world/members.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Group } from '#domain/entra/state.ts';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { Disclosure } from '#ui/kit/Disclosure.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { Mark } from '#ui/subject/Mark.tsx';
import { peopleWords as words } from '#words/sandbox/people.ts';
import { MemberField } from '../details/MemberField.tsx';
import { CommandRow } from '../give/CommandButtons.tsx';
import { CommandForm } from '../give/CommandForm.tsx';
import { Section } from '../Section.tsx';
import styles from '../Stack.module.css';

/** Groups of the tenant with their members: roles of a group are roles of whoever is in it. */
export function GroupsSection() {
  const groups = groupsOfDirectory(useCloud());
  const [name, setName] = useState('Shop readers');
  return (
    <Section title={words.groups}>
      {groups.length === 0 && <p className={styles.soft}>{words.noGroups}</p>}
      {groups.map((group) => (
        <Members key={group.id} group={group} />
      ))}
      {groups.length > 0 && <MemberForm groups={groups} />}
      <Disclosure summary={words.createGroup}>
        <CommandForm
          command={name === '' ? null : { type: 'CreateGroup', name }}
          action={words.createGroup}
          onDone={() => setName('')}
        >
          <TextField label={words.groupName} value={name} onChange={setName} />
        </CommandForm>
      </Disclosure>
    </Section>
  );
}

function Members({ group }: { group: Group }) {
  const { member } = namesIn(useCloud());
  return (
    <div className={styles.tight}>
      <span className={styles.row}>
        <Mark kind="group" name={group.displayName} />
        <span className={styles.soft}>{words.members(group.members.length)}</span>
      </span>
      <ul className={styles.list} aria-label={group.displayName}>
        {group.members.map((id) => (
          <CommandRow
            key={id}
            acts={[
              {
                name: words.removeMember(member(id), group.displayName),
                icon: 'trash',
                command: { type: 'RemoveGroupMember', groupId: group.id, memberId: id },
              },
            ]}
          >
            {member(id)}
          </CommandRow>
        ))}
      </ul>
    </div>
  );
}

function MemberForm({ groups }: { groups: readonly Group[] }) {
  const state = useCloud();
  const [chosen, setChosen] = useState('');
  const [member, setMember] = useState<PrincipalId | null>(null);
  const group = groups.find(({ id }) => id === chosen) ?? groups[0];
  const memberId = member ?? membersIn(state)[0]?.id ?? null;
  if (group === undefined) return null;
  return (
    <CommandForm
      command={memberId === null ? null : { type: 'AddGroupMember', groupId: group.id, memberId }}
      action={words.addMember}
      icon="plus"
    >
      <MemberField label={words.member} value={memberId} onChange={setMember} />
      <SelectField
        label={words.group}
        value={group.id}
        onChange={setChosen}
        options={groups.map(({ id, displayName }) => ({ value: id, label: displayName }))}
      />
    </CommandForm>
  );
}
