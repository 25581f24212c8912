import type { networkWords as english } from '#ui/words/en/sandbox/network.ts';
import type { Translated } from '#ui/words/translation.ts';

/** Words of firewalls. */
export const networkWords: Translated<typeof english> = {
  firewall: 'Firewall',
  says: ({ publicAccess, defaultAction, allowedAddresses }) => {
    if (!publicAccess) return 'Der öffentliche Zugriff ist aus: Nur private Endpunkte kommen hinein.';
    if (defaultAction === 'Allow') return 'Für alle Netzwerke offen.';
    return allowedAddresses.length === 0
      ? 'Für jede Adresse geschlossen.'
      : `Nur für ${allowedAddresses.join(', ')} offen.`;
  },
  defaultAction: 'Adressen, die nicht auf der Liste stehen',
  defaultActions: { Allow: 'werden eingelassen', Deny: 'werden abgewiesen' },
  addresses: 'Erlaubte Adressen',
  addressOf: (name, address) => `${name === '' ? 'Laptop' : name} (${address})`,
  others: 'Weitere Adressen, durch Kommas getrennt',
  trusted: 'Vertrauenswürdige Azure-Dienste einlassen',
  publicAccess: 'Öffentlicher Zugriff',
  save: 'Firewall speichern',
};
