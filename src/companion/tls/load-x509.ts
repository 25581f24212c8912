import type * as X509Module from '@peculiar/x509';

type X509 = typeof X509Module;

/**
 * The library, loaded when a certificate is first wanted. Its dependency container asks for decorator metadata while it
 * is being loaded, and for a polyfill of `Reflect` to find it with. None of its classes has any, so `Reflect` is lent
 * functions that find nothing, and has them only as long as that takes.
 */
export async function loadX509(): Promise<X509> {
  const lent = ['getMetadata', 'getOwnMetadata'].filter((name) => !Reflect.has(Reflect, name));
  for (const name of lent) {
    Reflect.defineProperty(Reflect, name, { configurable: true, value: () => undefined });
  }
  try {
    return await import('@peculiar/x509');
  } finally {
    for (const name of lent) Reflect.deleteProperty(Reflect, name);
  }
}
