import type { HttpRequest } from '#domain/http/message.ts';
import type { ImdsFault } from '#domain/imds/state.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import type { PowerAction } from '#domain/compute/state.ts';

/** Virtual machines, scale sets and their metadata service. */
export type ComputeCommand =
  | { readonly type: 'SetPower'; readonly id: ResourceId; readonly action: PowerAction }
  | { readonly type: 'UpdateScaleSetInstances'; readonly id: ResourceId }
  /** `az vm run-command invoke`: the caller's script asks the metadata service from inside the machine. */
  | { readonly type: 'RunCommand'; readonly id: ResourceId; readonly request: HttpRequest }
  /** Makes the metadata service of a host fail; null mends it. */
  | { readonly type: 'SetImdsFault'; readonly id: ResourceId; readonly fault: ImdsFault | null };
