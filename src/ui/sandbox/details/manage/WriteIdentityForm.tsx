import { useState } from 'react';
import type { Host } from '#domain/arm/resource.ts';
import type { IdentityWrite } from '#domain/arm/identity-write.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextAreaField } from '#ui/kit/TextAreaField.tsx';
import { manageWords as words } from '#words/sandbox/manage.ts';
import styles from '../../Stack.module.css';
import { CommandForm } from '../../give/CommandForm.tsx';

/** The `identity` object as REST sends it, with every mistake that one can make in it. */
export function WriteIdentityForm({ host }: { host: Host }) {
  const [method, setMethod] = useState<'PUT' | 'PATCH'>('PATCH');
  const [text, setText] = useState('{ "type": "SystemAssigned" }');
  const identity = parsed(text);
  return (
    <CommandForm
      command={identity === null ? null : { type: 'WriteIdentity', resourceId: host.id, method, identity }}
      action={words.send(method)}
    >
      <p className={styles.soft}>{words.writeHint}</p>
      <SelectField
        label={words.method}
        value={method}
        onChange={(value) => setMethod(value as typeof method)}
        options={(['PUT', 'PATCH'] as const).map((each) => ({ value: each, label: each }))}
      />
      <TextAreaField
        label={words.identityObject}
        value={text}
        onChange={setText}
        rows={4}
        error={identity === null ? words.badJson : null}
      />
    </CommandForm>
  );
}

/** Whatever has the shape of an identity object; what Azure makes of its values is Azure's. */
function parsed(text: string): IdentityWrite | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
