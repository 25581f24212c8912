import type { ErrorId, ErrorSource } from '#app/reference/errors/table.ts';
import { arm, rbac } from './errors/arm.ts';
import { appService, entra, imds } from './errors/endpoints.ts';
import { easyAuth, platform, sdk } from './errors/platform.ts';
import { cosmos, graph, keyVault, messaging, sql, storage } from './errors/targets.ts';
import type { ErrorWords } from './errors/words.ts';

/** Cause and cure of every refusal; in them `…` is code and [text](/page) a link. */
export const errorWords: Readonly<Record<ErrorId, ErrorWords>> = {
  ...imds,
  ...appService,
  ...entra,
  ...keyVault,
  ...storage,
  ...sql,
  ...cosmos,
  ...messaging,
  ...graph,
  ...rbac,
  ...arm,
  ...easyAuth,
  ...platform,
  ...sdk,
};

export const errorSources: Readonly<Record<ErrorSource, string>> = {
  imds: 'Instance Metadata Service',
  appService: 'Identity endpoint of App Service and Container Apps',
  entra: 'Microsoft Entra ID',
  keyVault: 'Key Vault',
  storage: 'Azure Storage',
  sql: 'Azure SQL Database',
  cosmos: 'Azure Cosmos DB',
  messaging: 'Service Bus and Event Hubs',
  graph: 'Microsoft Graph',
  rbac: 'Azure Resource Manager: rights and role assignments',
  arm: 'Azure Resource Manager: everything else',
  easyAuth: 'App Service authentication',
  platform: 'Key Vault references and Functions connections',
  sdk: 'The Azure SDK for JavaScript',
};
