import type { AppSetting } from '#domain/appservice/state.ts';
import { siteOf } from '#domain/appservice/state.ts';
import type { HostKind } from '#domain/arm/resource.ts';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { nameOf } from '#domain/arm/resource-id.ts';
import { findResource } from '#domain/arm/state.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import { need, one, some } from '../../arguments.ts';
import type { Argument, Given } from '../../arguments.ts';
import type { Json } from '#domain/kernel/json.ts';
import { failed, give, giveSilently, value } from '../../reply.ts';
import type { Context, Reply } from '../../reply.ts';
import {
  groupArgument,
  ignored,
  ignoredFlag,
  locationArgument,
  nameArgument,
  named,
  requiredGroup,
  tagsArgument,
} from '../command.ts';
import type { AzCommand } from '../command.ts';
import { assignIdentityArgument, createHost } from '../create-host.ts';
import { groupName, listed, locationFor, withResource } from '../find.ts';
import { identityCommands, roleArgument, scopeArgument, slotArgument } from '../host-identity.ts';
import { createPlain, creation, deleteCommand, idToBe, listCommand, showCommand } from '../resource-verbs.ts';
import { resourceJson } from '../shapes.ts';

const settingsArgument: Argument = {
  key: 'settings',
  names: ['--settings'],
  help: 'Space-separated appsettings in KEY=VALUE format.',
  takes: 'some',
};
const stickyArgument: Argument = {
  key: 'sticky',
  names: ['--slot-settings'],
  help: 'Space-separated appsettings in KEY=VALUE format that stay with their slot.',
  takes: 'some',
};

/** Commands that web apps and function apps share. */
function siteCommands(prefix: 'webapp' | 'functionapp', kind: 'webApp' | 'functionApp'): readonly AzCommand[] {
  const noun = prefix === 'webapp' ? 'web app' : 'function app';
  const place = [...named(noun), slotArgument];
  return [
    showCommand({ name: `${prefix} show`, help: `Get the details of a ${noun}.`, kind, takes: place }),
    listCommand({ name: `${prefix} list`, help: `List ${noun}s.`, kind, takes: [groupArgument] }),
    deleteCommand({ name: `${prefix} delete`, help: `Delete a ${noun}.`, kind, takes: place, prompts: false }),
    ...identityCommands({ prefix, noun, kinds: [kind], defaultRole: 'Contributor', assigned: 'block', slots: true }),
    ...settingsCommands(prefix, kind, place),
    ...slotCommands(prefix, kind, noun),
  ];
}

function settingsCommands(prefix: string, kind: HostKind, place: readonly Argument[]): readonly AzCommand[] {
  return [
    {
      name: `${prefix} config appsettings set`,
      help: 'Set an app settings.',
      takes: [...place, settingsArgument, stickyArgument],
      run: (context, given) =>
        withResource(context, given, [kind], ({ id }) => {
          const settings = readSettings(given);
          if (settings === null) return failed("usage error: '--settings NAME=VALUE'");
          return change(context, id, settings);
        }),
    },
    {
      name: `${prefix} config appsettings list`,
      help: 'Get the details of the settings.',
      takes: place,
      run: (context, given) => withResource(context, given, [kind], ({ id }) => value(settingsJson(context.state, id))),
    },
    {
      name: `${prefix} config appsettings delete`,
      help: 'Delete app settings.',
      takes: [
        ...place,
        { key: 'names', names: ['--setting-names'], help: 'Names of the settings.', required: true, takes: 'some' },
      ],
      run: (context, given) =>
        withResource(context, given, [kind], ({ id }) =>
          change(context, id, Object.fromEntries(some(given, 'names').map((name) => [name, null]))),
        ),
    },
  ];
}

function change(context: Context, id: ResourceId, settings: Readonly<Record<string, AppSetting | null>>): Reply {
  return give(
    context,
    () => ({ type: 'SetAppSettings', id, settings }),
    ({ after }) => ({ value: settingsJson(after, id, true) }),
  );
}

function readSettings(given: Given): Readonly<Record<string, AppSetting>> | null {
  const read = (key: string, sticky: boolean) =>
    some(given, key).map((word): readonly [string, AppSetting] | null => {
      const equals = word.indexOf('=');
      return equals < 1 ? null : [word.slice(0, equals), { value: word.slice(equals + 1), sticky }];
    });
  const pairs = [...read('settings', false), ...read('sticky', true)];
  const good = pairs.filter((pair) => pair !== null);
  return good.length === pairs.length && good.length > 0 ? Object.fromEntries(good) : null;
}

/** After a change the CLI hides the values (azure-cli, `_redact_appsettings`). */
function settingsJson(state: CloudState, id: string, hides = false): Json {
  return Object.entries(siteOf(state.appService, id).settings).map(([name, setting]) => ({
    name,
    slotSetting: setting.sticky,
    value: hides ? null : setting.value,
  }));
}

function slotCommands(prefix: string, kind: HostKind, noun: string): readonly AzCommand[] {
  const slot: Argument = { ...slotArgument, required: true };
  const place = [nameArgument(noun), requiredGroup];
  return [
    {
      name: `${prefix} deployment slot create`,
      help: 'Create a deployment slot.',
      takes: [...place, slot, ignored('--configuration-source')],
      run: (context, given) => createSlot(context, given, kind),
    },
    {
      name: `${prefix} deployment slot swap`,
      help: 'Swap deployment slots for an app.',
      takes: [
        ...place,
        slot,
        { key: 'target', names: ['--target-slot'], help: 'Target slot to swap.', fallback: 'production' },
      ],
      run: (context, given) => {
        const target = one(given, 'target');
        if (target !== null && target.toLowerCase() !== 'production') {
          return failed('Only a swap with production is simulated here.');
        }
        return withResource<HostKind>(context, given, [kind], ({ id }) =>
          giveSilently(context, () => ({ type: 'SwapSlots', id })),
        );
      },
    },
    {
      name: `${prefix} deployment slot list`,
      help: 'List all deployment slots.',
      takes: place,
      run: (context, given) =>
        withResource<HostKind>(context, given, [kind], (app) =>
          value(
            listed(context, given, ['webAppSlot'])
              .filter(({ name }) => name.startsWith(`${app.name}/`))
              .map((each) => resourceJson(context.state, each)),
          ),
        ),
    },
  ];
}

/** A slot is where its app is. */
function createSlot(context: Context, given: Given, kind: HostKind): Reply {
  const app = findResource(context.state.arm, idToBe(context, creation(context, given, kind)));
  return createPlain(context, given, 'webAppSlot', {
    name: `${need(given, 'name')}/${need(given, 'slot')}`,
    ...(app === undefined ? {} : { location: app.location }),
  });
}

function create(
  prefix: 'webapp' | 'functionapp',
  kind: 'webApp' | 'functionApp',
  more: readonly Argument[],
): AzCommand {
  const noun = prefix === 'webapp' ? 'web app' : 'function app';
  return {
    name: `${prefix} create`,
    help: `Create a ${noun}.`,
    takes: [
      nameArgument(noun),
      requiredGroup,
      ...more,
      assignIdentityArgument,
      roleArgument,
      scopeArgument,
      tagsArgument,
      ignored('--https-only'),
      ignored('--functions-version'),
      ignored('--os-type'),
      ignored('--runtime-version'),
    ],
    run: (context, given) =>
      createHost(context, given, {
        kind,
        defaultRole: 'Contributor',
        finish: (host) => ({ value: resourceJson(context.state, host) }),
      }),
  };
}

/** `az webapp` and `az functionapp` (facts: control-plane §6.1); plans are accepted and not simulated. */
export const appCommands: readonly AzCommand[] = [
  create('webapp', 'webApp', [
    { key: 'plan', names: ['--plan', '-p'], help: 'Name or resource id of the App Service plan.', required: true },
    ignored('--runtime', '-r'),
  ]),
  create('functionapp', 'functionApp', [
    {
      key: 'storage',
      names: ['--storage-account', '-s'],
      help: 'Provide a string value of a Storage Account in the provided Resource Group.',
      required: true,
    },
    {
      key: 'location',
      names: ['--consumption-plan-location', '-c'],
      help: 'Geographic location where function app will be hosted.',
    },
    ignored('--flexconsumption-location', '-f'),
    ignored('--plan', '-p'),
    ignored('--runtime'),
  ]),
  ...siteCommands('webapp', 'webApp'),
  ...siteCommands('functionapp', 'functionApp'),
  {
    name: 'appservice plan create',
    help: 'Create an app service plan.',
    takes: [
      nameArgument('app service plan'),
      requiredGroup,
      ignored('--sku'),
      ignoredFlag('--is-linux'),
      locationArgument,
    ],
    run: (context, given) => {
      const group = groupName(context, given) ?? '';
      const name = need(given, 'name');
      return value(
        {
          id: `/subscriptions/${context.state.subscriptionId}/resourceGroups/${group}/providers/Microsoft.Web/serverfarms/${name}`,
          location: locationFor(context, given, group),
          name: nameOf(name),
          resourceGroup: group,
          type: 'Microsoft.Web/serverfarms',
        },
        ['Plans are not simulated here: every app runs without one.'],
      );
    },
  },
];
