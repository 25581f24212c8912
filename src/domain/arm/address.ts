import { encodePath } from '#domain/kernel/percent.ts';

/** Where Azure Resource Manager answers. */
export const armHost = 'management.azure.com';

/** The address of an ARM id at its provider's version; the path is a text of ids as they are written. */
export function armUrl(path: string, apiVersion: string): string {
  return `https://${armHost}${encodePath(path)}?api-version=${apiVersion}`;
}
