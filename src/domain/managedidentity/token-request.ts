import type { SourcedResponse } from '#domain/http/message.ts';
import type { Uri } from '#domain/kernel/uri.ts';
import { queryValue } from '#domain/kernel/uri.ts';
import type { IdentitySelector } from './selection.ts';

/** What an endpoint understood of a request, or its refusal. */
export type ReadRequest =
  | { readonly kind: 'refused'; readonly answer: SourcedResponse }
  | {
      readonly kind: 'read';
      readonly resource: string;
      readonly selector: IdentitySelector | null;
    };

/** The query parameters by which a protocol names an identity; the first of each kind is the one to write. */
export type SelectorParameters = readonly (readonly [parameter: string, by: IdentitySelector['by']])[];

/** The query of a token request in the order in which the SDKs write it. */
export function tokenQuery(
  parameters: SelectorParameters,
  apiVersion: string,
  resource: string,
  selector: IdentitySelector | null,
): (readonly [string, string])[] {
  const parameter = parameters.find(([, by]) => by === selector?.by)?.[0];
  return [
    ['api-version', apiVersion],
    ['resource', resource],
    ...(selector === null || parameter === undefined ? [] : [[parameter, selector.value] as const]),
  ];
}

/** Reads resource and selector; `missing` and `several` are the protocol's own refusals. */
export function readTokenQuery(
  uri: Uri,
  parameters: SelectorParameters,
  refusals: { missing: () => SourcedResponse; several: () => SourcedResponse },
): ReadRequest {
  const resource = queryValue(uri, 'resource');
  if (resource === null || resource === '') return refused(refusals.missing());
  const named = parameters.flatMap(([parameter, by]) => {
    const value = queryValue(uri, parameter);
    return value === null ? [] : [{ by, value }];
  });
  if (named.length > 1) return refused(refusals.several());
  return { kind: 'read', resource, selector: named[0] ?? null };
}

export function refused(answer: SourcedResponse): ReadRequest {
  return { kind: 'refused', answer };
}
