import { useState } from 'react';
import { contentsOf } from '#app/sandbox/facts.ts';
import { connectionsOf, namedResources, offeredReference, siteConfigOf } from '#app/sandbox/services.ts';
import { useCloud } from '#app/world/WorldProvider.tsx';
import type { Host } from '#domain/arm/resource.ts';
import type { Command } from '#domain/cloud/command.ts';
import { Button } from '#ui/kit/Button.tsx';
import { CheckField } from '#ui/kit/CheckField.tsx';
import { Chip } from '#ui/kit/Chip.tsx';
import type { IconName } from '#ui/kit/icon-paths.ts';
import { TextField } from '#ui/kit/TextField.tsx';
import { siteWords as words } from '#words/sandbox/site.ts';
import styles from '../../Stack.module.css';
import { CommandButtons, CommandRow } from '../../give/CommandButtons.tsx';
import { CommandForm } from '../../give/CommandForm.tsx';
import { Section } from '../../Section.tsx';

/** The settings of an app or slot; references and connections among them can be tried at once. */
export function SettingsSection({ host }: { host: Host }) {
  const state = useCloud();
  const { settings } = siteConfigOf(state, host);
  const rows = Object.entries(settings);
  const connections = connectionsOf(Object.keys(settings));
  return (
    <Section title={words.settings}>
      {rows.length === 0 && <p className={styles.soft}>{words.noSettings}</p>}
      <ul className={styles.list} aria-label={words.settings}>
        {rows.map(([name, { value, sticky }]) => (
          <CommandRow key={name} acts={actsOf(host, name, value)}>
            <code>
              {name}={value}
            </code>
            {sticky && <Chip>{words.stickyChip}</Chip>}
          </CommandRow>
        ))}
      </ul>
      {connections.length > 0 && (
        <CommandButtons
          choices={connections.map((connection) => ({
            action: words.open(connection),
            icon: 'link',
            command: { type: 'OpenConnection', id: host.id, connection },
          }))}
        />
      )}
      <SettingForm host={host} />
    </Section>
  );
}

function actsOf(host: Host, name: string, value: string) {
  const remove: { name: string; icon: IconName; command: Command } = {
    name: words.remove(name),
    icon: 'trash',
    command: { type: 'SetAppSettings', id: host.id, settings: { [name]: null } },
  };
  if (!/^@Microsoft\.KeyVault\(/i.test(value)) return [remove];
  const resolve = { type: 'ResolveKeyVaultReference', id: host.id, setting: name } as const;
  return [{ name: words.resolve(name), icon: 'arrowRight' as const, command: resolve }, remove];
}

function SettingForm({ host }: { host: Host }) {
  const state = useCloud();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const [sticky, setSticky] = useState(false);
  const secret = namedResources(state, 'keyVault')
    .flatMap((vault) =>
      vault.kind === 'keyVault' ? contentsOf(state, vault).map(({ path }) => ({ vault: vault.name, path })) : [],
    )
    .at(0);
  const account = namedResources(state, 'storageAccount').at(0);
  function offer(offeredName: string, offeredValue: string): void {
    setName(offeredName);
    setValue(offeredValue);
  }
  return (
    <>
      <div className={styles.row}>
        {secret !== undefined && (
          <Button variant="quiet" onClick={() => offer('DbPassword', offeredReference(secret.vault, secret.path))}>
            {words.offerReference}
          </Button>
        )}
        {account !== undefined && (
          <Button variant="quiet" onClick={() => offer('Images__accountName', account.name)}>
            {words.offerConnection}
          </Button>
        )}
      </div>
      <CommandForm
        command={name === '' ? null : { type: 'SetAppSettings', id: host.id, settings: { [name]: { value, sticky } } }}
        action={words.set}
        onDone={() => offer('', '')}
      >
        <TextField label={words.settingName} value={name} onChange={setName} />
        <TextField label={words.settingValue} value={value} onChange={setValue} />
        <CheckField label={words.sticky} checked={sticky} onChange={setSticky} />
      </CommandForm>
    </>
  );
}
