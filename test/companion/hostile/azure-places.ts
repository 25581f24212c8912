import { names } from './known.ts';
import type { Known } from './known.ts';

export const azure = ['main', 'secure main'] as const;
export const blobs = ['blob', 'secure blob'] as const;
export const group = (known: Known): string => `/arm/subscriptions/${known.subscription}/resourceGroups/rg-shop`;
export const secretAt = `/keyvault/${names.vault}/secrets/sample?api-version=7.4`;
export const blobAt = `/${names.account}/box/sample.txt`;
export const blobVersion = ['x-ms-version', '2026-04-06'] as const;
