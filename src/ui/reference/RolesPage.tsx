import { roleRows, type RoleRow } from '#app/reference/roles.ts';
import { Chip } from '#ui/kit/Chip.tsx';
import { rolePurposes } from '#words/reference/roles.ts';
import { tableWords as words } from '#words/reference/tables.ts';
import { CodeList } from './CodeList.tsx';
import { CopyIcon } from './CopyIcon.tsx';
import { Entry, EntryList } from './Entry.tsx';
import { Fact, Facts } from './Facts.tsx';
import styles from './Pages.module.css';
import { ReferenceFrame } from './ReferenceFrame.tsx';
import { useFilter } from './use-filter.ts';

const parts = ['actions', 'notActions', 'dataActions', 'notDataActions'] as const;

/** Built-in roles with what each allows. */
export function RolesPage() {
  const filter = useFilter(roleRows, textOf);
  return (
    <ReferenceFrame page="roles" filter={filter}>
      <EntryList>
        {filter.shown.map((role) => (
          <RoleEntry key={role.id} role={role} />
        ))}
      </EntryList>
    </ReferenceFrame>
  );
}

function RoleEntry({ role }: { readonly role: RoleRow }) {
  const { anchor, id, name, isOfCosmos, condition } = role;
  const purpose = rolePurposes[name];
  return (
    <Entry id={anchor} name={name} level={2} tools={isOfCosmos && <Chip>{words.ofCosmos}</Chip>}>
      {purpose !== undefined && <p className={styles.purpose}>{purpose}</p>}
      <p className={styles.guid}>
        <code>{id}</code>
        <CopyIcon text={id} what={words.guid(name)} />
      </p>
      <Facts>
        {parts
          .filter((part) => role[part].length > 0)
          .map((part) => (
            <Fact key={part} name={words.parts[part]}>
              <CodeList items={role[part]} />
            </Fact>
          ))}
        {condition !== undefined && (
          <Fact name={words.condition}>
            <code className={styles.long}>{condition}</code>
          </Fact>
        )}
      </Facts>
    </Entry>
  );
}

function textOf({ name, id, ...role }: RoleRow): string {
  return [name, id, rolePurposes[name], ...parts.flatMap((part) => role[part])].join(' ');
}
