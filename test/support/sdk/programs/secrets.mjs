// @ts-check
import { secretClient } from './clients.mjs';
import { all, report } from './report.mjs';

/** The whole life of a secret. */
const { VAULT = '', NAME = 'greeting' } = process.env;
const client = secretClient(VAULT);
const expiresOn = new Date('2030-01-02T03:04:05Z');

/** @type {string[]} */
const versions = [];

await report({
  async set() {
    const made = await client.setSecret(NAME, 'hello', { contentType: 'text/plain', tags: { of: 'shop' } });
    versions.push(made.properties.version ?? '');
    return made;
  },
  async setAgain() {
    const made = await client.setSecret(NAME, 'good evening, Grüße');
    versions.push(made.properties.version ?? '');
    return made.value;
  },
  get: () => client.getSecret(NAME),
  getOlder: async () => (await client.getSecret(NAME, { version: versions[0] ?? '' })).value,
  getMissing: () => client.getSecret('nowhere'),
  list: () => all(client.listPropertiesOfSecrets(), ({ name }) => name),
  listVersions: async () => {
    const found = await all(client.listPropertiesOfSecretVersions(NAME), ({ version }) => version);
    return found.length === 2 && found.every((version) => versions.includes(version ?? ''));
  },
  update: () => client.updateSecretProperties(NAME, versions[0] ?? '', { enabled: false, expiresOn, tags: { a: 'b' } }),
  getDisabled: () => client.getSecret(NAME, { version: versions[0] ?? '' }),
  async delete() {
    const { scheduledPurgeDate, recoveryId, name } = await (await client.beginDeleteSecret(NAME)).pollUntilDone();
    return { scheduledPurgeDate, recoveryId, name };
  },
  getDeleted: () => client.getSecret(NAME),
  setDeleted: () => client.setSecret(NAME, 'again'),
  listDeleted: () => all(client.listDeletedSecrets(), ({ name }) => name),
  recover: async () => (await (await client.beginRecoverDeletedSecret(NAME)).pollUntilDone()).name,
  getRecovered: async () => (await client.getSecret(NAME)).value,
  async purge() {
    await (await client.beginDeleteSecret(NAME)).pollUntilDone();
    await client.purgeDeletedSecret(NAME);
    return all(client.listDeletedSecrets(), ({ name }) => name);
  },
  badName: () => client.setSecret('no_such_name', 'x'),
  backup: () => client.backupSecret('nowhere'),
});
