import type { Command, CommandOf } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import { accessPrinters } from './forms/access.ts';
import { computePrinters } from './forms/compute.ts';
import { printCreate } from './forms/create.ts';
import { dataPrinters } from './forms/data.ts';
import { graphPrinters } from './forms/graph.ts';
import { identityPrinters } from './forms/identity.ts';
import { planePrinters } from './forms/planes.ts';
import { resourcePrinters } from './forms/resources.ts';
import { sitePrinters } from './forms/sites.ts';
import type { Printers } from './route.ts';

const none = () => null;

const printers: Printers<Command['type']> = {
  ...resourcePrinters,
  ...identityPrinters,
  ...accessPrinters,
  ...computePrinters,
  ...dataPrinters,
  ...graphPrinters,
  ...planePrinters,
  ...sitePrinters,
  CreateResource: printCreate,
  // Kubernetes, code on hosts, a token for oneself, and settings of the simulator.
  CreateServiceAccount: none,
  DeleteServiceAccount: none,
  RequestToken: none,
  RequestUserToken: none,
  CallTarget: none,
  AdvanceClock: none,
  SetRoleDelay: none,
  SetReplicationDelay: none,
};

/**
 * The request that a command is, without its token. Null for what is no single request to Azure by the caller:
 * what code on a host does, settings of the simulator, and what somebody else writes.
 */
export function restRequest(state: CloudState, command: Command): HttpRequest | null {
  // The table pairs each command with its form; a look-up loses the pairing, so it is said once here.
  const print = printers[command.type] as (
    state: CloudState,
    command: CommandOf<Command['type']>,
  ) => HttpRequest | null;
  return print(state, command);
}
