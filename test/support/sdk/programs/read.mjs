// @ts-check
import { blobService, secretClient } from './clients.mjs';
import { report } from './report.mjs';

/** Reads one secret and one blob, whichever is named. */
const { VAULT, ACCOUNT } = process.env;

await report({
  ...(VAULT === undefined ? {} : { secret: async () => (await secretClient(VAULT).getSecret('greeting')).value }),
  ...(ACCOUNT === undefined
    ? {}
    : {
        blob: async () => {
          const blob = blobService(ACCOUNT).getContainerClient('images').getBlobClient('hello.txt');
          // A buffer's size is asked for first, and a HEAD request is refused without a body that says why.
          const parts = [];
          for await (const part of (await blob.download()).readableStreamBody ?? []) parts.push(Buffer.from(part));
          return Buffer.concat(parts).toString('utf8');
        },
      }),
});
