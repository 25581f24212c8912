// @ts-check
import { DefaultAzureCredential } from '@azure/identity';
import { SecretClient } from '@azure/keyvault-secrets';
import { AnonymousCredential, BlobServiceClient, newPipeline } from '@azure/storage-blob';

/*
 * The clients of each program. Through the proxy they are as anybody writes them. At an address of this machine a vault's
 * name cannot be verified, and over plain HTTP the SDKs refuse to send a token unless they are told to (facts: clients §4, §5).
 */

const { WAY: way, KEYVAULT_URL = '', BLOB_URL = '' } = process.env;

export const credential = new DefaultAzureCredential();

/** @param {string} vault */
export function secretClient(vault) {
  if (way === 'proxy') return new SecretClient(`https://${vault}.vault.azure.net`, credential);
  return new SecretClient(KEYVAULT_URL.replace('{vaultName}', vault), credential, {
    disableChallengeResourceVerification: true,
    allowInsecureConnection: way === 'http',
  });
}

/** @param {string} account */
export function blobService(account) {
  if (way === 'proxy') return new BlobServiceClient(`https://${account}.blob.core.windows.net`, credential);
  const url = BLOB_URL.replace('{accountName}', account);
  return way === 'https' ? new BlobServiceClient(url, credential) : new BlobServiceClient(url, pipelineOverHttp());
}

/** The policy of the SDK that attaches tokens refuses plain HTTP; this one does not. */
function pipelineOverHttp() {
  const pipeline = newPipeline(new AnonymousCredential());
  pipeline.factories.unshift({
    create: (next) => ({
      async sendRequest(request) {
        const { token } = await credential.getToken('https://storage.azure.com/.default');
        request.headers.set('Authorization', `Bearer ${token}`);
        return next.sendRequest(request);
      },
    }),
  });
  return pipeline;
}
