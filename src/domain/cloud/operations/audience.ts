import { findByCloudName } from '#domain/arm/state.ts';
import { applicationNamed, blobAccountOf, cosmosAccountOf, isPlatformAudience } from '#domain/entra/audiences.ts';
import type { Application } from '#domain/entra/state.ts';
import { findApplication } from '../directory.ts';
import type { CloudState } from '../state.ts';

/** What the name of a resource stands for in the tenant. */
export type Audience =
  /** A service of Azure, or one account of it. */
  | { readonly kind: 'azure' }
  /** Microsoft Graph, or an application of one's own: an API with app roles. */
  | { readonly kind: 'application'; readonly application: Application };

/** The audience that Entra ID finds under a name; null where there is none. */
export function findAudience(state: CloudState, resource: string): Audience | null {
  if (isPlatformAudience(resource) || isAccountAudience(state, resource)) return { kind: 'azure' };
  const appId = applicationNamed(resource);
  const application = appId === null ? undefined : findApplication(state, appId);
  return application === undefined ? null : { kind: 'application', application };
}

/** Accounts have an audience of their own while they exist. */
function isAccountAudience({ arm }: CloudState, resource: string): boolean {
  const blob = blobAccountOf(resource);
  if (blob !== null) return findByCloudName(arm, 'storageAccount', blob) !== undefined;
  const cosmos = cosmosAccountOf(resource);
  return cosmos !== null && findByCloudName(arm, 'cosmosAccount', cosmos) !== undefined;
}
