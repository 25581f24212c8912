import { resourceKinds } from '#domain/arm/kinds.ts';
import { findResource } from '#domain/arm/state.ts';
import type { CommandOf } from '#domain/cloud/command.ts';
import { networkRules } from '#domain/cloud/resource-body.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { HttpRequest } from '#domain/http/message.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { at, listAt, textAt } from '#domain/kernel/json.ts';
import type { Json } from '#domain/kernel/json.ts';
import { firewallOf } from '#domain/network/state.ts';
import type { Firewall } from '#domain/network/state.ts';
import { armRequest, resourceRequest } from '../request.ts';
import { command, route } from '../route.ts';
import type { Incoming, Parsed, Route } from '../route.ts';

/*
 * Vaults and accounts have `networkAcls`. A SQL server has rules by name, of a first and a last address; all of them
 * are replaced by one PUT, and whether the public address answers at all is a property of the server.
 */

export function printFirewall(state: CloudState, wanted: CommandOf<'SetFirewall'>): HttpRequest | null {
  const { resourceId, firewall } = wanted;
  if (findResource(state.arm, resourceId)?.kind === 'sqlServer') return printSqlRules(state, wanted);
  const { publicAccess } = firewall;
  const properties = { publicNetworkAccess: accessOf(publicAccess), networkAcls: networkRules(firewall) };
  return resourceRequest('PATCH', resourceId, '', { properties });
}

function accessOf(isPublic: boolean): string {
  return isPublic ? 'Enabled' : 'Disabled';
}

function printSqlRules(state: CloudState, { resourceId, firewall }: CommandOf<'SetFirewall'>): HttpRequest | null {
  const held = firewallOf(state.network, resourceId);
  const values = sqlRulesOf(firewall);
  if (JSON.stringify(values) === JSON.stringify(sqlRulesOf(held))) {
    return resourceRequest('PATCH', resourceId, '', {
      properties: { publicNetworkAccess: accessOf(firewall.publicAccess) },
    });
  }
  if (held.publicAccess !== firewall.publicAccess) return null;
  return armRequest('PUT', `${resourceId}/firewallRules`, resourceKinds.sqlServer.apiVersion, { values });
}

/** The rule by which services of Azure are let in, as the portal names it. */
const azureServices = { name: 'AllowAllWindowsAzureIps', properties: range('0.0.0.0', '0.0.0.0') };
const everybody = { name: 'AllowAll', properties: range('0.0.0.0', '255.255.255.255') };

function range(startIpAddress: string, endIpAddress: string) {
  return { startIpAddress, endIpAddress };
}

function sqlRulesOf({ defaultAction, allowedAddresses, trustedServices }: Firewall) {
  return [
    ...(defaultAction === 'Allow' ? [everybody] : []),
    ...(trustedServices ? [azureServices] : []),
    ...allowedAddresses.map((address) => ({ name: `Address-${address}`, properties: range(address, address) })),
  ];
}

/** What a body says of the network; what it leaves out stays as it is. */
export function readFirewall(body: Json, held: Firewall): Firewall {
  const access = textAt(body, 'properties', 'publicNetworkAccess')?.toLowerCase();
  const publicAccess = access === undefined ? held.publicAccess : access !== 'disabled';
  const rules = at(body, 'properties', 'networkAcls');
  if (rules === undefined || rules === null) return { ...held, publicAccess };
  const action = textAt(rules, 'defaultAction')?.toLowerCase();
  const addresses = listAt(rules, 'ipRules').flatMap((rule) => textAt(rule, 'value') ?? []);
  return {
    defaultAction: action === 'deny' ? 'Deny' : 'Allow',
    allowedAddresses: addresses,
    trustedServices: textAt(rules, 'bypass')?.toLowerCase() !== 'none',
    publicAccess,
  };
}

const rulesPath = '{+server}/firewallRules';

export const sqlFirewallRoutes: readonly Route[] = [
  route('PUT', rulesPath, (incoming) => setSqlRules(incoming, listAt(incoming.body, 'values'))),
  route('PUT', `${rulesPath}/{name}`, addSqlRule),
];

function setSqlRules({ state, param }: Incoming, values: readonly Json[]): Parsed {
  const resourceId = param('server') as ResourceId;
  const held = firewallOf(state.network, resourceId);
  const ranges = values.map((rule) => ({
    first: textAt(rule, 'properties', 'startIpAddress') ?? '',
    last: textAt(rule, 'properties', 'endIpAddress') ?? '',
  }));
  const isAll = ({ first, last }: { first: string; last: string }) => first === '0.0.0.0' && last === '255.255.255.255';
  const isAzure = ({ first, last }: { first: string; last: string }) => first === '0.0.0.0' && last === '0.0.0.0';
  const firewall: Firewall = {
    defaultAction: ranges.some(isAll) ? 'Allow' : 'Deny',
    allowedAddresses: ranges.filter((each) => !isAll(each) && !isAzure(each)).map(({ first }) => first),
    trustedServices: ranges.some(isAzure),
    publicAccess: held.publicAccess,
  };
  return command({ type: 'SetFirewall', resourceId, firewall });
}

/** A rule more, beside those that there are. */
function addSqlRule(incoming: Incoming): Parsed {
  const held = firewallOf(incoming.state.network, incoming.param('server'));
  const rule = at(incoming.body, 'properties');
  const added = rule === undefined ? [] : [{ properties: rule }];
  return setSqlRules(incoming, [...sqlRulesOf(held), ...added]);
}
