import { useState } from 'react';
import { containerNames } from '#app/sandbox/facts.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Target } from '#domain/arm/resource.ts';
import { SelectField } from '#ui/kit/SelectField.tsx';
import { TextField } from '#ui/kit/TextField.tsx';
import { sandboxWords } from '#ui/words/words.ts';
import { CreateForm } from '../create/CreateForm.tsx';
import { Section } from '../Section.tsx';

const words = sandboxWords.details;

/** Creates containers, and uploads a text as a blob into one of them. */
export function BlobForm({ account }: { account: Target }) {
  const containers = containerNames(useCloud(), account);
  const [chosen, setChosen] = useState('');
  const [content, setContent] = useState('<svg>Shop logo</svg>');
  const container = containers.includes(chosen) ? chosen : containers[0];
  return (
    <>
      {container !== undefined && (
        <CreateForm
          thing="blob"
          suggestion="logo.svg"
          isUsed={() => false}
          command={(name) => ({
            type: 'UploadBlob',
            accountId: account.id,
            container,
            name,
            content,
          })}
        >
          <SelectField
            label={words.container}
            value={container}
            onChange={setChosen}
            options={containers.map((name) => ({ value: name, label: name }))}
          />
          <TextField label={words.content} value={content} onChange={setContent} autoComplete="off" />
        </CreateForm>
      )}
      <Section title={words.createContainer}>
        <CreateForm
          thing="container"
          suggestion={containers.includes('images') ? '' : 'images'}
          isUsed={(name) => containers.includes(name)}
          command={(name) => ({ type: 'CreateContainer', accountId: account.id, name })}
        />
      </Section>
    </>
  );
}
