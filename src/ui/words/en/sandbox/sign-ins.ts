/** Words of the sign-in log. */
export const signInWords = {
  title: 'Sign-in log',
  hint: 'Each time Microsoft Entra ID was asked for a token. A token that came from a cache leaves no row, and neither does what is done with a token.',
  none: 'Nobody has asked Microsoft Entra ID for a token yet.',
  list: 'Sign-ins, the newest first',
  categories: { managedIdentity: 'Managed identity', user: 'User' },
  /** `Managed identity, for https://vault.azure.net, asked by vm-web` */
  detail: (category: string, resource: string, host: string | null) =>
    host === null ? `${category}, for ${resource}` : `${category}, for ${resource}, asked by ${host}`,
  success: 'Success',
  failure: (code: number) => `AADSTS${code}`,
} as const;
