import type { ErrorWords } from './words.ts';

const identityOfApp = 'Turn the system-assigned identity on, or name an attached one in `keyVaultReferenceIdentity`.';
const installed = 'Needed on your own machine only; in Azure another credential answers.';

export const easyAuth = {
  'door-unauthorized': {
    cause: 'No token, or one that is not for this app: another audience, tenant, key or time.',
    cure: 'Ask for a token for the app’s client ID, and list its `api://` name among the allowed audiences.',
  },
  'door-forbidden': {
    cause: 'The token is good, and the calling application is not on the list of those allowed.',
    cure: 'Add the caller’s client ID to `allowedApplications`.',
  },
  'door-role-missing': {
    cause: 'The app asks for an app role that is not in the token.',
    cure: 'Assign the app role to the caller, and wait until the kept token has expired.',
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;

export const platform = {
  'reference-none': {
    cause: 'The setting holds a plain value or is not there.',
    cure: 'Write `@Microsoft.KeyVault(SecretUri=…)`.',
  },
  'reference-invalidSyntax': {
    cause: 'The setting begins like a reference and is none.',
    cure: '`@Microsoft.KeyVault(SecretUri=…)` or `@Microsoft.KeyVault(VaultName=…;SecretName=…)`.',
  },
  'reference-noIdentity': {
    cause: 'The system-assigned identity is off. Attached user-assigned identities are not looked at.',
    cure: identityOfApp,
  },
  'reference-notAttached': {
    cause: '`keyVaultReferenceIdentity` names an identity that is not attached.',
    cure: 'Attach it.',
  },
  'reference-notAResourceId': {
    cause: '`keyVaultReferenceIdentity` holds something else than a resource ID, such as a client ID.',
    cure: 'Write the resource ID of the identity.',
  },
  'reference-principalGone': { cause: 'The principal of the identity was deleted.', cure: identityOfApp },
  'reference-vaultNotFound': { cause: 'No vault has this name.', cure: 'Check the address.' },
  'reference-firewall': {
    cause: 'The vault’s firewall refuses the app. App Service is no trusted service of Key Vault.',
    cure: 'Add the app’s outbound addresses, or use a private endpoint.',
  },
  'reference-noPermission': {
    cause: 'The identity has no role, or no access policy, for secrets in the vault.',
    cure: 'Assign Key Vault Secrets User to the app’s identity.',
  },
  'reference-tokenRefused': {
    cause: 'The vault did not take the token.',
    cure: 'Check that app and vault are of one tenant.',
  },
  'reference-secretNotFound': {
    cause: 'The vault has no such secret.',
    cure: 'Check the name; recover a deleted one.',
  },
  'reference-versionNotFound': {
    cause: 'The secret has no such version.',
    cure: 'Leave the version out to have the newest.',
  },
  'connection-no-host': {
    cause: 'A web app has no Functions host, so it has no connections.',
    cure: 'Ask a function app.',
  },
  'connection-missing': {
    cause: 'No setting tells the address of the service.',
    cure: 'Set `<connection>__blobServiceUri`, `__serviceUri` or `__fullyQualifiedNamespace`.',
  },
  'connection-invalidAddress': {
    cause: 'The address is none of the service.',
    cure: 'Write it with `https://`, as the portal shows it.',
  },
  'connection-severalIdentities': {
    cause: '`__clientId` and `__managedIdentityResourceId` are both set.',
    cure: 'Keep one of them.',
  },
  'connection-endpointNotSet': {
    cause: 'The app has no identity, so it has no endpoint to ask.',
    cure: 'Turn one on or attach one.',
  },
  'connection-identityRefused': {
    cause: 'The identity is not attached, or `__clientId` holds another of its ids.',
    cure: 'Write the client ID, and set `__credential` to `managedidentity`.',
  },
  'connection-nameNotResolved': { cause: 'No service has this name.', cure: 'Check the address.' },
  'connection-firewall': { cause: 'The firewall of the service refuses the app.', cure: 'Let the app’s addresses in.' },
  'connection-noPermission': {
    cause: 'The identity has no data role there.',
    cure: 'Assign the data role that the trigger or binding needs.',
  },
  'connection-tokenRefused': {
    cause: 'The service did not take the token.',
    cure: 'Check that app and service are of one tenant.',
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;

export const sdk = {
  'sdk-environment': {
    cause: 'The variables for a client with a secret are not set. In Azure that is as it should be.',
    cure: 'Nothing, if a later credential has a token.',
  },
  'sdk-workload': {
    cause: 'The variables that workload identity sets in a pod are missing.',
    cure: 'Label the pod and annotate its service account, or ignore it elsewhere.',
  },
  'sdk-probe': {
    cause: 'Nobody answered at 169.254.169.254 within a second: the code is not on a machine with IMDS.',
    cure: 'On a laptop sign in with the Azure CLI. In an app, check that it has an identity.',
  },
  'sdk-managed-identity': {
    cause: 'The endpoint answered with an error, which follows.',
    cure: 'Look its words up on this page.',
  },
  'sdk-network': {
    cause: 'The endpoint was not reached, or its answer was no JSON.',
    cure: 'Check proxies, and whether the endpoint’s answer had a body.',
  },
  'sdk-several-ids': {
    cause: 'The identity is named in two ways.',
    cure: 'Keep one of `clientId`, `resourceId` and `objectId`.',
  },
  'sdk-vs-code': { cause: 'The extension is not there or not signed in.', cure: installed },
  'sdk-cli-not-found': { cause: 'There is no `az` on this machine.', cure: installed },
  'sdk-cli-not-signed-in': { cause: 'Nobody is signed in with the Azure CLI.', cure: '`az login`.' },
  'sdk-all-failed': {
    cause: 'No credential of the chain had a token. Each line says why one had none.',
    cure: 'Read the line of the credential that you count on; the others do not matter.',
  },
  'sdk-no-token': {
    cause: 'Each credential was refused before it was asked.',
    cure: 'Check the variables that `AZURE_TOKEN_CREDENTIALS` needs.',
  },
  'sdk-selection': {
    cause: '`AZURE_TOKEN_CREDENTIALS` names no credential.',
    cure: 'Use `prod`, `dev` or one of the names.',
  },
  'sdk-variables': { cause: 'A variable that the code requires is not set.', cure: 'Set it, or do not require it.' },
} as const satisfies Readonly<Record<string, ErrorWords>>;
