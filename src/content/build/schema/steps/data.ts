import { secretPermissions } from '#domain/keyvault/settings.ts';
import type { DataStep } from '#domain/script/steps/data.ts';
import { flag, listOf, oneOf, optional, text } from '../fields.ts';
import { accountName, principal, step, vaultName } from './step-of.ts';
import type { StepTable } from './step-of.ts';

const secretName = text('name the secret');
const containerName = text('name the container');

export const dataSteps = {
  'set-secret': step('set-secret', { vault: vaultName, name: secretName, value: text("give the secret's value") }),
  'delete-secret': step('delete-secret', { vault: vaultName, name: secretName }),
  'permission-model': step('permission-model', {
    vault: vaultName,
    model: oneOf(['rbac', 'accessPolicies'], 'say how the vault decides'),
  }),
  'access-policy': step('access-policy', {
    vault: vaultName,
    to: principal,
    /** An empty list takes the policy away. */
    secrets: listOf(oneOf(secretPermissions, 'say what is permitted'), 'list what is permitted with secrets'),
  }),
  'create-container': step('create-container', { account: accountName, name: containerName }),
  'upload-blob': step('upload-blob', {
    account: accountName,
    container: containerName,
    name: text('name the blob'),
    content: text("give the blob's text"),
  }),
  firewall: step('firewall', {
    on: text('name the vault, account or server'),
    /** Deny where absent. */
    default: optional(oneOf(['Allow', 'Deny'], 'say what happens to all others')),
    allow: optional(listOf(text('give an address, or name who sends from it'), 'list who is let in')),
    trustedServices: optional(flag('true where trusted services of Azure are let in')),
    publicAccess: optional(flag('false where only a private endpoint gets in')),
  }),
  'sql-admin': step('sql-admin', {
    server: text('name the SQL server'),
    /** Nobody where absent. */
    to: optional(principal),
  }),
  'cosmos-role': step('cosmos-role', {
    account: text('name the Cosmos DB account'),
    role: oneOf(['reader', 'contributor'], 'name the data role'),
    to: principal,
  }),
} satisfies StepTable<DataStep>;
