import * as v from 'valibot';
import type { AppServiceStep } from '#domain/script/steps/app-service.ts';
import { listOf, mapOf, optional, text } from '../fields.ts';
import { step } from './step-of.ts';
import type { StepTable } from './step-of.ts';

const app = text('name the app, or the slot as <app>/<slot>');
const settingName = text('name the setting');
const settingValue = v.nullable(v.string('must be text, or null to take the setting away; put it in quotes'));

export const appServiceSteps = {
  'set-settings': step('set-settings', {
    on: app,
    settings: mapOf(settingValue, 'list the settings'),
    /** Those that stay with their slot. */
    sticky: optional(listOf(settingName, 'name the settings that stay with their slot')),
  }),
  swap: step('swap', { slot: text('name the slot as <app>/<slot>') }),
  'reference-identity': step('reference-identity', {
    on: app,
    identity: text('name a user-assigned identity, or write SystemAssigned'),
  }),
  reference: step('reference', { on: app, setting: settingName }),
  connect: step('connect', { on: app, connection: text('name the connection, the prefix of its settings') }),
  authentication: step('authentication', {
    on: app,
    application: text('name the application that stands for the app'),
    /** Every client of the tenant where absent. */
    clients: optional(listOf(text('name a host or identity'), 'list the clients that are let in')),
  }),
} satisfies StepTable<AppServiceStep>;
