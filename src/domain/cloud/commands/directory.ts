import type { ClientId, PrincipalId } from '#domain/kernel/brand.ts';

/** The directory, by Microsoft Graph: users, groups, applications and their app roles. */
export type DirectoryCommand =
  | { readonly type: 'CreateUser'; readonly name: string }
  | { readonly type: 'CreateGroup'; readonly name: string }
  | { readonly type: 'AddGroupMember'; readonly groupId: PrincipalId; readonly memberId: PrincipalId }
  | { readonly type: 'RemoveGroupMember'; readonly groupId: PrincipalId; readonly memberId: PrincipalId }
  /** An application of one's own with its service principal: an API that tokens can be asked for, `api://<appId>`. */
  | {
      readonly type: 'RegisterApplication';
      readonly name: string;
      readonly appRoles: readonly string[];
      readonly assignmentRequired: boolean;
    }
  /** `resource` is the API that has the role: Microsoft Graph or an application of one's own. */
  | {
      readonly type: 'AssignAppRole';
      readonly principalId: PrincipalId;
      readonly resource: ClientId;
      readonly role: string;
    }
  | {
      readonly type: 'RemoveAppRole';
      readonly principalId: PrincipalId;
      readonly resource: ClientId;
      readonly role: string;
    };
