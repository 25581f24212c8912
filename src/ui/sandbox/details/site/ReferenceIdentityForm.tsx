import { useState } from 'react';
import { identityIdsOf, siteConfigOf } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { siteWords as words } from '#words/sandbox/site.ts';
import { CommandForm } from '../../give/CommandForm.tsx';

/** As whom the platform reads Key Vault references. */
export function ReferenceIdentityForm({ host }: { host: Host }) {
  const { referenceIdentity } = siteConfigOf(useCloud(), host);
  const identities = identityIdsOf(host);
  const [chosen, setChosen] = useState<string>(referenceIdentity);
  const identity = identities.find(({ id }) => id === chosen)?.id ?? 'SystemAssigned';
  return (
    <CommandForm command={{ type: 'SetReferenceIdentity', id: host.id, identity }} action={words.setReferenceIdentity}>
      <SelectField
        label={words.referenceIdentity}
        value={identity}
        onChange={setChosen}
        options={[
          { value: 'SystemAssigned', label: words.systemAssigned },
          ...identities.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </CommandForm>
  );
}
