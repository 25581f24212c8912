import { nameOf } from '#domain/arm/resource-id.ts';
import { signInsOf } from '#domain/cloud/sign-ins.ts';
import type { SignIn } from '#domain/cloud/sign-ins.ts';
import { newCloud } from '#domain/cloud/state.ts';
import { pastEvents } from '#domain/timeline/timeline.ts';
import type { World } from '#domain/timeline/timeline.ts';
import { namesIn } from './names.ts';

/** A row of the sign-in log with names in the place of ids. */
export interface SignInRow extends Pick<SignIn, 'at' | 'category' | 'resource' | 'errorCode'> {
  /** Who signed in, or the client ID that nobody has. */
  readonly who: string;
  /** The host whose endpoint asked; null for what has no host. */
  readonly host: string | null;
}

/** The sign-in log of a world, newest first. */
export function signInsIn({ timeline, state }: World): readonly SignInRow[] {
  const { member } = namesIn(state);
  return signInsOf(pastEvents(timeline), newCloud(timeline.seed).now)
    .map(({ at, category, resource, errorCode, principalId, clientId, associatedResourceId }) => ({
      at,
      category,
      resource,
      errorCode,
      who: principalId === null ? clientId : member(principalId),
      host: associatedResourceId === null ? null : nameOf(associatedResourceId),
    }))
    .toReversed();
}
