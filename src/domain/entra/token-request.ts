import type { HttpRequest } from '#domain/http/message.ts';
import { queryString } from '#domain/kernel/uri.ts';

type Fields = readonly (readonly [name: string, value: string])[];

/** The form that goes to a tenant's token endpoint; v2.0 takes a scope where v1.0 takes a resource (facts: tokens §3.6, §4). */
export function tokenForm(tenantId: string, version: 'v1.0' | 'v2.0', fields: Fields): HttpRequest {
  return {
    method: 'POST',
    url: `https://login.microsoftonline.com/${tenantId}/oauth2/${version === 'v2.0' ? 'v2.0/' : ''}token`,
    headers: [['Content-Type', 'application/x-www-form-urlencoded']],
    body: queryString(fields),
  };
}

/** The fields by which a client proves itself with a signed assertion instead of a secret (RFC 7523). */
export function assertionFields(assertion: string): Fields {
  return [
    ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
    ['client_assertion', assertion],
  ];
}
