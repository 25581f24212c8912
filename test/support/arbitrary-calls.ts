import fc from 'fast-check';
import type { HttpMethod, HttpRequest } from '#domain/http/message.ts';
import { mostly } from './arbitrary-parts.ts';

function request(
  methods: readonly HttpMethod[],
  url: fc.Arbitrary<string>,
  body: fc.Arbitrary<string> = fc.constant(''),
): fc.Arbitrary<HttpRequest> {
  return fc.record({
    method: fc.constantFrom(...methods),
    url,
    headers: fc.constantFrom<HttpRequest['headers'][]>([], [['x-ms-version', '2026-04-06']]),
    body,
  });
}

/** Requests to every kind of target, with what each understands and what it does not. */
export const targetRequests: fc.Arbitrary<HttpRequest> = fc.oneof(
  request(
    ['GET', 'PUT', 'DELETE', 'POST', 'PATCH'],
    mostly(
      'https://kv-shop.vault.azure.net/secrets/password?api-version=2025-07-01',
      'https://kv-shop.vault.azure.net/secrets?api-version=2025-07-01',
      'https://kv-shop.vault.azure.net/secrets/password/versions?api-version=2025-07-01',
      'https://kv-shop.vault.azure.net/deletedsecrets/password?api-version=2025-07-01',
      'https://kv-shop.vault.azure.net/deletedsecrets/password/recover?api-version=2025-07-01',
    ),
    mostly('{"value":"plums"}', '{"value":"plums","tags":{"a":"b"},"attributes":{"enabled":false,"exp":1900000000}}'),
  ),
  request(
    ['GET', 'PUT', 'DELETE'],
    mostly(
      'https://stshop.blob.core.windows.net/images/logo.svg',
      'https://stshop.blob.core.windows.net/images?restype=container',
      'https://stshop.blob.core.windows.net/images?restype=container&comp=list',
      'https://stshop.blob.core.windows.net/?comp=list',
    ),
    mostly('<svg/>'),
  ),
  request(
    ['POST'],
    mostly('tds://sql-shop.database.windows.net/orders'),
    mostly(
      'CREATE USER [id-reader] FROM EXTERNAL PROVIDER',
      'ALTER ROLE db_datareader ADD MEMBER [id-reader]',
      'SELECT * FROM orders',
      'DROP USER [id-reader]',
    ),
  ),
  request(
    ['GET', 'POST', 'PUT'],
    mostly(
      'https://cosmos-shop.documents.azure.com/dbs',
      'https://sb-shop.servicebus.windows.net/orders/messages',
      'https://app-shop.azurewebsites.net/',
      'https://graph.microsoft.com/v1.0/users',
    ),
  ),
  request(
    ['GET', 'PUT', 'DELETE', 'PATCH'],
    mostly(
      'https://management.azure.com/subscriptions/«subscription 0»/resourceGroups?api-version=2021-04-01',
      'https://management.azure.com/subscriptions/«subscription 0»/resourceGroups/rg-shop?api-version=2021-04-01',
      'https://management.azure.com/subscriptions/«subscription 0»/resourceGroups/rg-shop/providers/Microsoft.Compute/virtualMachines/vm-web?api-version=2024-07-01',
    ),
    mostly('{"location":"westeurope"}'),
  ),
);
