/** An `identity` object as a client sends it: nothing in it is trusted, not even its `type` (facts: control-plane §1.4). */
export interface IdentityWrite {
  readonly type?: string;
  /** By ARM id. `null` takes an identity away by PATCH; anything but `{}` and `null` is refused. */
  readonly userAssignedIdentities?: Readonly<Record<string, Readonly<Record<string, string>> | null>>;
}
