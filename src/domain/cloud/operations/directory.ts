import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';

export function createUser(_draft: Draft, _command: CommandOf<'CreateUser'>): void {
  throw new Error('not built');
}

export function createGroup(_draft: Draft, _command: CommandOf<'CreateGroup'>): void {
  throw new Error('not built');
}

export function addGroupMember(_draft: Draft, _command: CommandOf<'AddGroupMember'>): void {
  throw new Error('not built');
}

export function removeGroupMember(_draft: Draft, _command: CommandOf<'RemoveGroupMember'>): void {
  throw new Error('not built');
}

export function registerApplication(_draft: Draft, _command: CommandOf<'RegisterApplication'>): void {
  throw new Error('not built');
}

export function assignAppRole(_draft: Draft, _command: CommandOf<'AssignAppRole'>): void {
  throw new Error('not built');
}

export function removeAppRole(_draft: Draft, _command: CommandOf<'RemoveAppRole'>): void {
  throw new Error('not built');
}
