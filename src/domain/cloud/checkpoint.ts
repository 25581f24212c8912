import * as dictionary from '#domain/kernel/dictionary.ts';
import { checkpointArm } from '#domain/arm/state.ts';
import { checkpointEntra } from '#domain/entra/state.ts';
import { checkpointKeyVault } from '#domain/keyvault/state.ts';
import { checkpointTokens } from '#domain/managedidentity/token-cache.ts';
import { checkpointRbac } from '#domain/rbac/state.ts';
import { checkpointStorage } from '#domain/storage/state.ts';
import { checkpointAppService } from '#domain/appservice/state.ts';
import { checkpointCompute } from '#domain/compute/state.ts';
import { checkpointCosmos } from '#domain/cosmos/state.ts';
import { checkpointFederation } from '#domain/federation/state.ts';
import { checkpointImds } from '#domain/imds/state.ts';
import { checkpointNetwork } from '#domain/network/state.ts';
import { checkpointSql } from '#domain/sql/state.ts';
import type { CloudEvent } from './event.ts';
import type { CloudState } from './state.ts';

/** The shortest list of events that folds from an empty cloud of the same seed to this state. */
export function checkpoint(state: CloudState): readonly CloudEvent[] {
  return [
    ...checkpointArm(state.arm),
    ...checkpointEntra(state.entra),
    ...checkpointRbac(state.rbac),
    ...checkpointKeyVault(state.keyVault),
    ...checkpointStorage(state.storage),
    ...checkpointAppService(state.appService),
    ...checkpointCompute(state.compute),
    ...checkpointCosmos(state.cosmos),
    ...checkpointFederation(state.federation),
    ...checkpointImds(state.imds),
    ...checkpointNetwork(state.network),
    ...checkpointSql(state.sql),
    ...checkpointTokens(state.tokens),
    { type: 'RoleDelaySet', delay: state.roleDelay },
    ...(state.replicationDelay === 0
      ? []
      : [{ type: 'ReplicationDelaySet' as const, seconds: state.replicationDelay }]),
    { type: 'OrdinalsRestored', ordinals: [...dictionary.entries(state.ordinals)] },
    { type: 'ClockAdvanced', to: state.now },
  ];
}
