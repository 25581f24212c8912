import type * as english from '#ui/words/en/reference/errors.ts';
import { arm, rbac } from './errors/arm.ts';
import { appService, entra, imds } from './errors/endpoints.ts';
import { easyAuth, platform, sdk } from './errors/platform.ts';
import { cosmos, graph, keyVault, messaging, sql, storage } from './errors/targets.ts';

/** Cause and cure of every refusal; in them `…` is code and [text](/page) a link. */
export const errorWords: typeof english.errorWords = {
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

export const errorSources: typeof english.errorSources = {
  imds: 'Instanzmetadatendienst (IMDS)',
  appService: 'Identitätsendpunkt von App Service und Container Apps',
  entra: 'Microsoft Entra ID',
  keyVault: 'Key Vault',
  storage: 'Azure Storage',
  sql: 'Azure SQL-Datenbank',
  cosmos: 'Azure Cosmos DB',
  messaging: 'Service Bus und Event Hubs',
  graph: 'Microsoft Graph',
  rbac: 'Azure Resource Manager: Rechte und Rollenzuweisungen',
  arm: 'Azure Resource Manager: alles Übrige',
  easyAuth: 'App Service-Authentifizierung',
  platform: 'Key Vault-Verweise und Functions-Verbindungen',
  sdk: 'Azure SDK für JavaScript',
};
