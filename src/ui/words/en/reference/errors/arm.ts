import type { ErrorWords } from './words.ts';

const reload = 'Ask for a new token for `https://management.azure.com/`.';
const rename = 'Choose another name.';
const fix = 'Write it as the [name rules](/reference/names) say.';

export const arm = {
  'arm-no-token': { cause: 'The request has no token.', cure: 'Send `Authorization: Bearer <token>`.' },
  'arm-token-invalid': { cause: 'The token cannot be read, or its signature does not fit.', cure: reload },
  'arm-token-issuer': {
    cause: 'The token is of another tenant than the subscription.',
    cure: 'Sign in to the tenant of the subscription: `az login --tenant …`.',
  },
  'arm-token-audience': { cause: 'The token is for another service, such as Key Vault.', cure: reload },
  'arm-token-expired': { cause: 'The token has expired.', cure: reload },
  'arm-token-not-yet-valid': { cause: 'The token’s time has yet to come.', cure: 'Set the clock.' },
  'arm-scope-locked': {
    cause: 'A lock at the scope, above it or, for a deletion, within it forbids this, to owners too.',
    cure: 'Remove the lock that is named, do it, and set the lock again.',
  },
  'arm-group-not-found': {
    cause: 'The subscription has no such resource group.',
    cure: 'Check the name and the subscription.',
  },
  'arm-resource-not-found': { cause: 'There is no such resource.', cure: 'Check name, group and type.' },
  'arm-scope-not-found': { cause: 'There is nothing at the scope.', cure: 'Check the path.' },
  'arm-name-invalid': { cause: 'The name is against the rule of its kind.', cure: fix },
  'arm-account-name-taken': { cause: 'Names of storage accounts are unique in the whole cloud.', cure: rename },
  'arm-vault-name-taken': {
    cause: 'Another vault has the name, anywhere in the cloud, perhaps a deleted one.',
    cure: rename,
  },
  'arm-site-name-taken': { cause: 'Names of apps are unique in the whole cloud.', cure: rename },
  'arm-name-in-use': { cause: 'The name becomes a host name, and another resource has it.', cure: rename },
  'arm-deleted-vault-holds-name': {
    cause: 'Your own deleted vault holds the name until it is purged.',
    cure: 'Recover it with its secrets, or purge it. Its role assignments are lost either way.',
  },
  'arm-deleted-vault-not-found': {
    cause: 'No deleted vault of this name: never there, or purged.',
    cure: 'List the deleted vaults: `az keyvault list-deleted`.',
  },
  'arm-retention-fixed': {
    cause: 'The days of soft deletion are set once, at creation.',
    cure: 'Leave the property out.',
  },
  'arm-parent-not-found': {
    cause: 'The app of a slot, or the server of a database, is not there.',
    cure: 'Create the parent first.',
  },
  'arm-move-not-supported': {
    cause: 'This type does not move. User-assigned identities never do.',
    cure: 'Create a new one in the other group and attach it instead.',
  },
  'arm-move-to-itself': { cause: 'The resource is in that group already.', cure: 'Choose another group.' },
  'arm-move-name-taken': {
    cause: 'The other group has a resource of this name and type.',
    cure: 'Rename or delete one of them.',
  },
  'arm-api-version': {
    cause: '`api-version` is missing.',
    cure: 'Add `?api-version=` with a version of the provider.',
  },
  'arm-subscription-not-found': {
    cause: 'The subscription is none of this world.',
    cure: '`az account show` prints its id.',
  },
  'arm-type-unknown': { cause: 'The provider has no such type.', cure: 'Check the spelling of namespace and type.' },
  'arm-path-unknown': { cause: 'Nothing answers at this path.', cure: 'Begin with `/subscriptions/…`.' },
  'arm-method': {
    cause: 'The method is not for this path.',
    cure: 'GET reads, PUT writes all, PATCH a part, DELETE deletes.',
  },
  'arm-content': {
    cause: 'The body is no JSON, or asks for what cannot be.',
    cure: 'The rest of the message says where.',
  },
  'arm-machine-not-running': { cause: 'The machine is stopped or deallocated.', cure: 'Start it first.' },
  'arm-identity-uri-stale': {
    cause: 'The machine has an identity and was moved; it does not start until it is written to.',
    cure: 'Update it, for example with a tag: `az vm update --set tags.moved=1`. Then start it.',
  },
  'arm-not-a-scale-set': { cause: 'Only a scale set has instances to update.', cure: 'Name the scale set.' },
  'arm-setting-name': {
    cause: 'The name of a setting has other characters.',
    cure: 'Use letters, digits, periods and underscores.',
  },
  'arm-not-an-app': {
    cause: 'The resource is no app of App Service. A container app is none.',
    cure: 'Name a web app, a function app or a slot.',
  },
  'arm-not-a-slot': { cause: 'Only a slot is swapped, with its app.', cure: 'Name the slot.' },
  'identity-not-a-host': {
    cause: 'The resource cannot carry an identity here.',
    cure: 'See the [hosts](/reference/hosts).',
  },
  'identity-operation-failed': {
    cause:
      'The identity that is named does not exist, or not any more. References to deleted identities stay on hosts.',
    cure: 'Take the dead reference away with `null`, or create the identity anew and name it.',
  },
  'identity-map-under-wrong-type': {
    cause: 'The request names user-assigned identities beside a type without them.',
    cure: 'Write `UserAssigned` or `SystemAssigned, UserAssigned` as the type.',
  },
  'identity-none-left': {
    cause: 'The request takes the last user-assigned identity away, and its type still asks for one.',
    cure: 'Write `None` or `SystemAssigned` as the type.',
  },
  'identity-ids-missing': {
    cause: '`UserAssigned` without any identity.',
    cure: 'Name at least one in `userAssignedIdentities`.',
  },
  'identity-type-missing': { cause: '`identity` has no `type`.', cure: 'Add the type.' },
  'identity-type-unknown': {
    cause: 'The type is none of the four.',
    cure: 'Use `None`, `SystemAssigned`, `UserAssigned`, or both of these with a comma.',
  },
  'identity-linked-id-invalid': {
    cause: 'A name or a GUID stands where the resource ID of the identity belongs.',
    cure: 'Attach by resource ID: `az identity show --query id`.',
  },
  'identity-id-invalid': {
    cause: 'The id is of something else, or has a slip in it.',
    cure: 'Copy the resource ID of the identity.',
  },
  'identity-values-invalid': {
    cause: 'Client ID and principal ID were sent back, as a GET shows them.',
    cure: 'Send an empty object for each identity: `{}`.',
  },
  'federation-name': {
    cause: 'The name of the federated credential is against its rule.',
    cure: '3 to 120 letters, digits, hyphens and underscores.',
  },
  'federation-empty': { cause: 'Issuer, subject or audience is empty.', cure: 'Give all three.' },
  'federation-audiences': {
    cause: 'None or several audiences.',
    cure: 'Give one, as a rule `api://AzureADTokenExchange`.',
  },
  'federation-length': { cause: 'A value is longer than 600 characters.', cure: 'Shorten it.' },
  'federation-taken': { cause: 'The identity has a credential for this issuer and subject.', cure: 'Change that one.' },
  'federation-limit': {
    cause: 'The identity has 20 federated credentials.',
    cure: 'Delete one, or use a second identity.',
  },
  'federation-parent': { cause: 'The identity is not there.', cure: 'Create it first.' },
  'federation-not-user-assigned': {
    cause: 'Only a user-assigned identity holds federated credentials, not the identity of a host.',
    cure: 'Create a user-assigned identity for it.',
  },
} as const satisfies Readonly<Record<string, ErrorWords>>;

export const rbac = {
  'rbac-authorization-failed': {
    cause: 'No role of the caller allows this action at this scope, or a new one is not in force yet.',
    cure: 'Assign a role with the action that is named, at the scope or above it, and wait up to ten minutes.',
  },
  'rbac-assignment-authorization-failed': {
    cause: 'The caller may not assign roles there: Contributor may not. Or a condition limits which.',
    cure: 'Let somebody with Owner, User Access Administrator or Role Based Access Control Administrator do it.',
  },
  'rbac-linked-authorization-failed': {
    cause: 'The caller may write the host, and may not assign the identity. Or the identity is gone.',
    cure: 'Assign Managed Identity Operator at the identity.',
  },
  'rbac-assignment-exists': {
    cause: 'The principal has this role at this scope already.',
    cure: 'Nothing is left to do. In a template, name assignments by `guid(scope, principalId, role)`.',
  },
  'rbac-principal-not-found': {
    cause:
      'The directory does not know the principal: a client ID was given, the principal is gone, or it is seconds old.',
    cure: 'Give the object ID (`principalId`), and `principalType: ServicePrincipal` for a new one.',
  },
  'rbac-role-not-found': { cause: 'No role has this GUID.', cure: 'See the [roles](/reference/roles).' },
  'rbac-role-id-invalid': {
    cause: 'The role is named by something else than a GUID.',
    cure: 'Give the id of the role definition, not its name.',
  },
  'rbac-bad-request-format': {
    cause: 'A bare GUID stands where the path of a role definition belongs.',
    cure: 'Write `/subscriptions/…/roleDefinitions/<GUID>`.',
  },
  'rbac-assignment-id-invalid': {
    cause: 'The name of a role assignment is no GUID.',
    cure: 'Use `guid(…)` in a template.',
  },
  'rbac-update-not-permitted': {
    cause:
      'An assignment of this GUID exists with another principal, role or scope. Typical after a system-assigned identity was made anew and a template deployed again.',
    cure: 'Let the principal be a part of the GUID: `guid(scope, principalId, role)`. Delete the orphan.',
  },
  'rbac-principal-id-invalid': { cause: 'The principal is no GUID.', cure: 'Give the object ID.' },
  'rbac-principal-type': {
    cause: 'The type that was given is not the principal’s.',
    cure: 'Managed identities are of type `ServicePrincipal`.',
  },
  'rbac-condition-invalid': {
    cause: 'The condition cannot be read, or names an unknown attribute.',
    cure: 'Correct it; the visual editor of the portal helps.',
  },
  'rbac-scope-not-found': { cause: 'There is nothing at the scope.', cure: 'Check the path.' },
} as const satisfies Readonly<Record<string, ErrorWords>>;
