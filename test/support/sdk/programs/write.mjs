// @ts-check
import { blobService, secretClient } from './clients.mjs';
import { report } from './report.mjs';

/** Writes what `read.mjs` reads. */
const { VAULT = '', ACCOUNT = '' } = process.env;
const container = blobService(ACCOUNT).getContainerClient('images');

await report({
  secret: async () => (await secretClient(VAULT).setSecret('greeting', 'hello')).value,
  async blob() {
    await container.createIfNotExists();
    await container.getBlockBlobClient('hello.txt').upload('hello', 5);
  },
});
