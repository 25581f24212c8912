import type { ErrorWords } from './words.ts';

const notYours = 'Nothing in your code. Wait and ask again, as the SDKs do.';

export const imds = {
  'imds-metadata-header': {
    cause: 'The request came without the header `Metadata: true`.',
    cure: 'Send the header. SDKs do it by themselves.',
  },
  'imds-forwarded': {
    cause: 'The request carried `X-Forwarded-For`: it passed a proxy, or was forged through one.',
    cure: 'Ask IMDS directly, and let no proxy forward to 169.254.169.254.',
  },
  'imds-method': { cause: 'The request was not a GET.', cure: 'Use GET.' },
  'imds-path': {
    cause: 'IMDS has nothing at this path.',
    cure: 'For a token the path is `/metadata/identity/oauth2/token`.',
  },
  'imds-repeated-parameter': {
    cause: 'A parameter stands in the query twice.',
    cure: 'Give each parameter once.',
  },
  'imds-api-version': {
    cause: '`api-version` is missing, unknown, or older than 2018-02-01.',
    cure: 'Send `api-version=2018-02-01`.',
  },
  'imds-resource-missing': {
    cause: 'The request does not say whom the token is for.',
    cure: 'Add `resource` with the audience of the target, such as `https://vault.azure.net`.',
  },
  'imds-several-selectors': {
    cause: 'The request names the identity in two ways at once.',
    cure: 'Keep one of `client_id`, `object_id` and `msi_res_id`.',
  },
  'imds-identity-not-found': {
    cause:
      'The machine has no identity, or the one that is named is not attached to it. An object ID in the place of a client ID ends here too.',
    cure: 'Turn the system-assigned identity on, attach the user-assigned one, or correct the id in the request.',
  },
  'imds-several-identities': {
    cause: 'Several user-assigned identities are attached, no system-assigned one is on, and the request names none.',
    cure: 'Name the identity by its client ID. Do so even while there is only one: a second may come later.',
  },
  'imds-throttled': {
    cause: 'Too many requests from this machine in a short time.',
    cure: 'Keep the token until it expires instead of asking for each call, and wait before asking again.',
  },
  'imds-updating': { cause: 'IMDS is being updated; it takes 70 seconds at most.', cure: notYours },
  'imds-endpoint-updating': { cause: 'The endpoint for tokens is being updated.', cure: notYours },
  'imds-server-error': { cause: 'IMDS failed.', cure: notYours },
  'imds-unavailable': { cause: 'IMDS is not available for a moment.', cure: notYours },
  'imds-restarting': {
    cause: 'IMDS restarts, and what stands in front of it answers: the header `Server` tells.',
    cure: notYours,
  },
  'imds-instance-header': {
    cause: 'A request to `/metadata/instance` without `Metadata: true`.',
    cure: 'Send the header.',
  },
  'imds-instance-version': {
    cause: '`api-version` is missing or is none that `/metadata/instance` knows.',
    cure: 'Take one of the versions that the answer names.',
  },
  'imds-instance-path': {
    cause: 'The segments after `/metadata/instance` lead nowhere.',
    cure: 'Read the whole document first and follow its names.',
  },
  'imds-instance-value': {
    cause: 'A single value was asked for as JSON.',
    cure: 'Add `format=text`.',
  },
  'imds-instance-format': { cause: '`format` is neither `json` nor `text`.', cure: 'Use one of the two.' },
} as const satisfies Readonly<Record<string, ErrorWords>>;

export const appService = {
  'app-identity-header': {
    cause: '`X-IDENTITY-HEADER` is missing or does not hold the value of `IDENTITY_HEADER`. The answer has no body.',
    cure: 'Read `IDENTITY_HEADER` each time: the platform changes it. The value of another app or slot does not fit.',
  },
  'app-method': { cause: 'The request was not a GET.', cure: 'Use GET.' },
  'app-path': {
    cause: 'The path is not that of `IDENTITY_ENDPOINT`.',
    cure: 'Use `IDENTITY_ENDPOINT` as it is, with a query behind it.',
  },
  'app-api-version': {
    cause: '`api-version` is not 2019-08-01.',
    cure: 'Send `api-version=2019-08-01`. The version of IMDS is another.',
  },
  'app-resource-missing': {
    cause: 'The request does not say whom the token is for.',
    cure: 'Add `resource` with the audience of the target.',
  },
  'app-several-selectors': {
    cause: 'The request names the identity in two ways at once.',
    cure: 'Keep one of `client_id`, `principal_id` and `mi_res_id`.',
  },
  'app-unable-to-load': {
    cause:
      'The request names no identity and the system-assigned one is off. A user-assigned identity is never chosen here, not even alone.',
    cure: 'Name the identity by its client ID, or turn the system-assigned one on.',
  },
  'app-identity-not-found': {
    cause: 'The identity that is named is not attached to this app or slot.',
    cure: 'Attach it, or correct the id. After a swap of slots look at `AZURE_CLIENT_ID`: it may have travelled.',
  },
  'app-token-not-fetched': {
    cause:
      'Microsoft Entra ID issued no token, most often because it does not know the resource. The endpoint does not say why.',
    cure: 'Check `resource`: an audience, without `/.default`. The sign-in log holds the real error number.',
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;

export const entra = {
  'entra-resource-not-found': {
    cause:
      'No API is known in the tenant by this name. Often the address of a resource was given instead of its audience, or a scope with `/.default` where a resource is asked for.',
    cure: 'Ask for the audience of the service: `https://vault.azure.net` for every vault.',
  },
  'entra-client-not-found': {
    cause: 'The principal of the identity is gone, or the tenant is another.',
    cure: 'Make the identity anew and give the new one its roles: the old one does not come back.',
  },
  'entra-app-not-assigned': {
    cause: 'The application requires an assignment, and the identity has no app role in it.',
    cure: 'Assign one of its app roles to the identity’s service principal.',
  },
  'entra-user-not-assigned': {
    cause: 'The application requires an assignment, and this person has none.',
    cure: 'Assign the person, or a group that the person is a direct member of, to the application.',
  },
  'entra-user-not-found': {
    cause: 'The directory has no such user.',
    cure: 'Sign in as somebody of this tenant.',
  },
  'entra-issuer-not-known': {
    cause: 'No federated credential names this issuer. A slash at the end makes another issuer.',
    cure: 'Copy the issuer from the token letter by letter.',
  },
  'entra-subject-not-known': {
    cause: 'The issuer is known, its subject is not: another branch, environment, namespace or service account.',
    cure: 'Compare the subject in the message with that of the credential, and correct one of them.',
  },
  'entra-subject-case': {
    cause: 'The subject differs in capital letters alone.',
    cure: 'Write the subject as the token has it.',
  },
  'entra-audience-not-known': {
    cause: 'The token is for another audience than the credential says.',
    cure: 'Ask the issuer for a token for `api://AzureADTokenExchange`.',
  },
  'entra-credential-not-yet-known': {
    cause: 'The federated credential was written minutes ago and is not known everywhere.',
    cure: 'Wait up to five minutes and sign in again.',
  },
  'entra-no-credentials': {
    cause: 'The identity has no federated credential. A system-assigned one can hold none.',
    cure: 'Add one, to a user-assigned identity or an App registration.',
  },
  'entra-tenant-not-found': {
    cause: 'There is no tenant of this id or name.',
    cure: 'Take the tenant of the subscription: `az account show --query tenantId`.',
  },
  'entra-parameter-missing': {
    cause: 'The form lacks a parameter.',
    cure: 'Send `grant_type`, `client_id` and `scope` (v2.0) or `resource` (v1.0).',
  },
  'entra-grant-type': {
    cause: 'The grant is none that is answered here.',
    cure: 'Use `client_credentials`.',
  },
  'entra-proof-missing': {
    cause: 'The client gave no proof of who it is.',
    cure: 'Send a `client_assertion`. A managed identity has no secret that you could send.',
  },
  'entra-secret-not-valid': {
    cause: 'The secret is not one of the application. Managed identities have none.',
    cure: 'Ask the endpoint of the host, or exchange an assertion.',
  },
  'entra-assertion-malformed': {
    cause: 'The assertion is no JWT.',
    cure: 'Send the token of the issuer as it is, without quotes or line breaks.',
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;
