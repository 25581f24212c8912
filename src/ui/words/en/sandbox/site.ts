import type { UnauthenticatedAction } from '#domain/appservice/state.ts';

const unauthenticated: Readonly<Record<UnauthenticatedAction, string>> = {
  RedirectToLoginPage: '302, to the sign-in page',
  AllowAnonymous: 'let it in',
  Return401: '401',
  Return403: '403',
};

/** Words of web apps, function apps and slots. */
export const siteWords = {
  settings: 'App settings',
  noSettings: 'No setting yet.',
  settingName: 'Name of the setting',
  settingValue: 'Value',
  sticky: 'Stays with its slot when slots are swapped',
  stickyChip: 'slot setting',
  set: 'Save the setting',
  remove: (name: string) => `Remove the setting ${name}`,
  offerReference: 'A Key Vault reference',
  offerConnection: 'An identity-based connection',
  resolve: (name: string) => `Resolve the reference ${name}`,
  open: (name: string) => `Open the connection ${name}`,
  referenceIdentity: 'Identity for Key Vault references',
  systemAssigned: 'System-assigned',
  setReferenceIdentity: 'Use this identity',
  authentication: 'Sign-in in front of the app (Easy Auth)',
  authenticationOff: 'Off: everyone reaches the app’s code.',
  authenticationOn: (name: string) => `On: callers show a token for ${name}.`,
  application: 'Application registration',
  noApplication: 'Register an application in the directory first.',
  clients: 'Which clients are let in',
  anyClient: 'every one',
  unauthenticated: 'Who shows no token gets',
  unauthenticatedActions: unauthenticated,
  turnOn: 'Turn sign-in on',
  turnOff: 'Turn sign-in off',
  slot: 'Slot',
  swap: 'Swap with production',
  swapHint:
    'Settings travel with the code, slot settings and identities stay: the code then runs as the identity of the place where it stands.',
} as const;
