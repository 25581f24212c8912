/** Whose role assignments are shown. */
export interface RolesOf {
  readonly principalId: string;
  readonly name: string;
}
