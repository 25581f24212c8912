import { membersIn } from '#app/world/members.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { PrincipalId } from '#domain/kernel/brand.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { peopleWords as words } from '#words/sandbox/people.ts';

interface MemberFieldProps {
  readonly label: string;
  readonly value: PrincipalId | null;
  readonly onChange: (id: PrincipalId | null) => void;
  /** What stands for nobody; without it somebody is always chosen. */
  readonly none?: string;
}

const kinds = ['identity', 'person', 'group', 'application'] as const;

/** Chooses somebody of the directory: an identity, a person, a group or an application. */
export function MemberField({ label, value, onChange, none }: MemberFieldProps) {
  const members = membersIn(useCloud());
  const groups = kinds.flatMap((kind) => {
    const options = members.filter((each) => each.kind === kind).map(({ id, name }) => ({ value: id, label: name }));
    return options.length === 0 ? [] : [{ label: words.kinds[kind], options }];
  });
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      onChange={(id) => onChange(members.find((each) => each.id === id)?.id ?? null)}
      options={none === undefined ? groups : [{ value: '', label: none }, ...groups]}
    />
  );
}
