import { useState } from 'react';
import type { Resource } from '#domain/arm/resource.ts';
import { TextField } from '#ui/kit/TextField.tsx';
import { manageWords as words } from '#words/sandbox/manage.ts';
import { CommandForm } from '../../give/CommandForm.tsx';

/** The tags of a resource as one line of text. */
export function TagsForm({ resource }: { resource: Resource }) {
  const held = Object.entries(resource.tags ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
  const [text, setText] = useState(held);
  const tags = parsed(text);
  return (
    <CommandForm command={tags === null ? null : { type: 'SetTags', id: resource.id, tags }} action={words.setTags}>
      <TextField
        label={words.tags}
        hint={words.tagsHint}
        value={text}
        onChange={setText}
        error={tags === null ? words.tagProblem : null}
      />
    </CommandForm>
  );
}

function parsed(text: string): Record<string, string> | null {
  const parts = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  const pairs = parts.map((part) => part.split('='));
  if (pairs.some((pair) => pair.length !== 2 || pair[0]?.trim() === '')) return null;
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name.trim(), value.trim()]));
}
