import { useState } from 'react';
import { addressesIn, firewallAt } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { Firewall } from '#domain/network/state.ts';
import { CheckField } from '#ui/kit/CheckField.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { networkWords as words } from '#words/sandbox/network.ts';
import styles from '../Stack.module.css';
import { CommandForm } from '../give/CommandForm.tsx';

/** Network rules of a target: who is calling does not matter to them. */
export function FirewallForm({ resourceId }: { resourceId: ResourceId }) {
  const state = useCloud();
  const held = firewallAt(state, resourceId);
  const [firewall, setFirewall] = useState<Firewall>(held);
  const known = addressesIn(state);
  const { allowedAddresses, defaultAction, publicAccess, trustedServices } = firewall;
  const change = (part: Partial<Firewall>) => setFirewall({ ...firewall, ...part });
  const others = allowedAddresses.filter((address) => known.every((each) => each.address !== address));
  return (
    <CommandForm command={{ type: 'SetFirewall', resourceId, firewall }} action={words.save}>
      <p className={styles.soft}>{words.says(held)}</p>
      <CheckField label={words.publicAccess} checked={publicAccess} onChange={(on) => change({ publicAccess: on })} />
      <SelectField
        label={words.defaultAction}
        value={defaultAction}
        onChange={(value) => change({ defaultAction: value as Firewall['defaultAction'] })}
        options={(['Allow', 'Deny'] as const).map((each) => ({ value: each, label: words.defaultActions[each] }))}
      />
      <fieldset className={styles.plain}>
        <legend>{words.addresses}</legend>
        <div className={styles.tight}>
          {known.map(({ name, address }) => (
            <CheckField
              key={`${name} ${address}`}
              label={words.addressOf(name, address)}
              checked={allowedAddresses.includes(address)}
              onChange={(on) =>
                change({
                  allowedAddresses: on
                    ? [...allowedAddresses, address]
                    : allowedAddresses.filter((each) => each !== address),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <OtherAddresses
        held={others}
        onChange={(typed) =>
          change({ allowedAddresses: [...allowedAddresses.filter((each) => !others.includes(each)), ...typed] })
        }
      />
      <CheckField label={words.trusted} checked={trustedServices} onChange={(on) => change({ trustedServices: on })} />
    </CommandForm>
  );
}

function OtherAddresses({
  held,
  onChange,
}: {
  held: readonly string[];
  onChange: (addresses: readonly string[]) => void;
}) {
  const [text, setText] = useState(held.join(', '));
  return (
    <TextField
      label={words.others}
      value={text}
      onChange={(value) => {
        setText(value);
        onChange(value.split(',').flatMap((each) => (each.trim() === '' ? [] : [each.trim()])));
      }}
    />
  );
}
