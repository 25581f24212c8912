import type { DirectoryStep } from '#domain/script/steps/directory.ts';
import { text } from '../fields.ts';
import { principal, step } from './step-of.ts';
import type { StepTable } from './step-of.ts';

const groupName = text('name the group of the directory');

export const directorySteps = {
  user: step('user', { name: text('name the user') }),
  group: step('group', { name: groupName }),
  'add-member': step('add-member', { group: groupName, member: principal }),
} satisfies StepTable<DirectoryStep>;
