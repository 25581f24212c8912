import type { Firewall } from '#domain/network/state.ts';

/** Words of firewalls. */
export const networkWords = {
  firewall: 'Firewall',
  says: ({ publicAccess, defaultAction, allowedAddresses }: Firewall) => {
    if (!publicAccess) return 'Public access is off: only private endpoints get in.';
    if (defaultAction === 'Allow') return 'Open to all networks.';
    return allowedAddresses.length === 0 ? 'Closed to every address.' : `Open to ${allowedAddresses.join(', ')} only.`;
  },
  defaultAction: 'Addresses that are not in the list',
  defaultActions: { Allow: 'are let in', Deny: 'are kept out' },
  addresses: 'Allowed addresses',
  addressOf: (name: string, address: string) => `${name === '' ? 'the laptop' : name} (${address})`,
  others: 'Other addresses, with commas between',
  trusted: 'Let trusted services of Azure in',
  publicAccess: 'Public access',
  save: 'Save the firewall',
} as const;
