import type { Resource, ResourceKind } from '#domain/arm/resource.ts';
import { findResource } from '#domain/arm/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { CloudState } from '../state.ts';

/** The resource of that id, where it is of that kind. */
export function findTarget(state: CloudState, id: ResourceId, kind: ResourceKind): Resource | undefined {
  const resource = findResource(state.arm, id);
  return resource?.kind === kind ? resource : undefined;
}
