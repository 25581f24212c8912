import { useState } from 'react';
import { audiences } from '#app/sandbox/catalogue.ts';
import { useWorld } from '#app/world/WorldProvider.tsx';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { peopleWords } from '#words/sandbox/people.ts';
import { CommandForm } from '../give/CommandForm.tsx';

/** `az account get-access-token`: a token of whoever is played, who signs in as a person. */
export function UserTokenForm() {
  const actor = useWorld((store) => store.actor);
  const [resource, setResource] = useState<string>('https://management.azure.com/');
  return (
    <CommandForm
      command={{ type: 'RequestUserToken', resource }}
      action={peopleWords.signInAs(actor.displayName)}
      icon="arrowRight"
    >
      <SelectField
        label={peopleWords.userAudience}
        value={resource}
        onChange={setResource}
        options={audiences.map((each) => ({ value: each.resource, label: each.resource }))}
      />
    </CommandForm>
  );
}
