import { useState } from 'react';
import { kindsOffered } from '#app/lesson/offers.ts';
import type { OfferedAction } from '#content/types.ts';
import type { ResourceKind } from '#domain/arm/resource.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { ResourceForm } from '#ui/sandbox/create/ResourceForm.tsx';
import { sandboxWords } from '#ui/words/words.ts';

/** The form to create what is offered. */
export function CreateForms({ offer }: { readonly offer: readonly OfferedAction[] }) {
  const kinds = kindsOffered(offer);
  const [chosen, setChosen] = useState<ResourceKind | null>(null);
  const kind = chosen ?? kinds[0];
  if (kind === undefined) return null;
  return (
    <>
      {kinds.length > 1 && (
        <SelectField
          label={sandboxWords.createWhat}
          value={kind}
          onChange={(value) => setChosen(kinds.find((each) => each === value) ?? null)}
          options={kinds.map((each) => ({ value: each, label: sandboxWords.things[each] }))}
        />
      )}
      <ResourceForm kind={kind} />
    </>
  );
}
