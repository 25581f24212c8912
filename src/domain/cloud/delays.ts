import { day, minute } from '#domain/kernel/instant.ts';

/** A grant or its removal is effective after at most ten minutes (facts: corrections 16). */
export const longestRoleDelay = 10 * minute;

/** As long as a learner may wish to wait; in Azure it is seconds to a couple of minutes (facts: control-plane §2.6). */
export const longestReplicationDelay = 10 * minute;

/** A deleted principal can be seen for 30 days (facts: control-plane §2.5). */
export const principalRetention = 30 * day;
