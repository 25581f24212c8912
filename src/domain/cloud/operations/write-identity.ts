import { readIdentityWrite } from '#domain/arm/identity-write.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { changeHost, grantWish, refuseIdentities } from './host-identity.ts';

/**
 * Writes the `identity` object of a host as REST does, with all that this takes away unasked (facts: control-plane
 * §1.4). A request that names an identity which is gone fails; one that does not name it goes through (§2.2).
 */
export function writeIdentity(draft: Draft, { resourceId, method, identity }: CommandOf<'WriteIdentity'>): void {
  changeHost(draft, method, resourceId, (host) => {
    const { refusal, ...read } = readIdentityWrite(host.id, method, identity, host.identity);
    if (!('wish' in read)) return refusal;
    const missing = refuseIdentities(draft.state, host.id, read.wish.named);
    if (missing === null) grantWish(draft, host, read.wish);
    return missing;
  });
}
