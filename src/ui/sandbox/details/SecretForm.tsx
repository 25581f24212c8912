import { useState } from 'react';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { TextField } from '#ui/kit/TextField.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import { CreateForm } from '../create/CreateForm.tsx';

/** Sets a secret; the same name again is a new version, so no name is ever used up. */
export function SecretForm({ vaultId }: { vaultId: ResourceId }) {
  const [value, setValue] = useState('pears-and-plums');
  return (
    <CreateForm
      thing="secret"
      suggestion="db-password"
      isUsed={() => false}
      command={(name) => ({ type: 'SetSecret', vaultId, name, value })}
    >
      <TextField label={sandboxWords.details.value} value={value} onChange={setValue} autoComplete="off" />
    </CreateForm>
  );
}
