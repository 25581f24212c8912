import { useWorld } from '#app/world/WorldProvider.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { sandboxWords as words } from '#ui/words/words.ts';

/** Azure takes up to ten minutes until a role acts; a world may be quicker while it is being built. */
export function RoleDelayField() {
  const delay = useWorld((store) => store.world.state.roleDelay);
  const dispatch = useWorld((store) => store.dispatch);
  return (
    <SelectField
      label={words.roleDelay}
      value={delay.kind === 'seeded' ? 'seeded' : 'none'}
      onChange={(value) =>
        dispatch({
          type: 'SetRoleDelay',
          delay: value === 'seeded' ? { kind: 'seeded' } : { kind: 'fixed', seconds: 0 },
        })
      }
      options={[
        { value: 'seeded', label: words.roleDelays.seeded },
        { value: 'none', label: words.roleDelays.none },
      ]}
    />
  );
}
