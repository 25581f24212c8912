import * as v from 'valibot';
import type { ResourceId } from '#domain/kernel/brand.ts';
import { name, resourceId, tenantId, text, writtenId } from './primitives.ts';

const headers = v.pipe(v.array(v.tuple([name, text])), v.maxLength(100));

export const method = v.picklist(['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE']);

export const request = v.object({ method, url: text, headers, body: text });

export const response = v.object({
  status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  headers,
  body: text,
});

export const source = v.picklist(['docs', 'capture', 'sdk', 'spec', 'unconfirmed']);

/** Where somebody said that a request came from: there may be nothing. */
const place = writtenId<ResourceId>();

export const origin = v.variant('kind', [
  v.object({ kind: v.literal('host'), resourceId: place }),
  v.object({ kind: v.literal('pod'), clusterId: place, namespace: text, serviceAccount: text }),
  v.object({ kind: v.literal('external'), issuer: text, subject: text }),
  v.object({ kind: v.literal('laptop') }),
]);

export const actor = v.variant('kind', [
  v.object({ kind: v.literal('application'), origin }),
  v.object({ kind: v.literal('imds') }),
  v.object({ kind: v.literal('identityEndpoint'), host: resourceId }),
  v.object({ kind: v.literal('platform'), host: resourceId }),
  v.object({ kind: v.literal('entra'), tenantId }),
  v.object({ kind: v.literal('target'), host: name, resourceId: v.nullable(resourceId) }),
]);
