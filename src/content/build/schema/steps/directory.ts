import type { DirectoryStep } from '#domain/script/steps/directory.ts';
import { flag, listOf, optional, text } from '../fields.ts';
import { principal, step } from './step-of.ts';
import type { StepTable } from './step-of.ts';

const applicationName = text('name the application, or write Microsoft Graph');
const groupName = text('name the group of the directory');

export const directorySteps = {
  user: step('user', { name: text('name the user') }),
  group: step('group', { name: groupName }),
  'register-application': step('register-application', {
    name: applicationName,
    appRoles: optional(listOf(text('name the app role'), 'list the app roles')),
    /** Without an app role there is no token. */
    assignmentRequired: optional(flag('true where a token needs an app role')),
  }),
  'app-role': step('app-role', { role: text('name the app role'), of: applicationName, to: principal }),
  'add-member': step('add-member', { group: groupName, member: principal }),
} satisfies StepTable<DirectoryStep>;
