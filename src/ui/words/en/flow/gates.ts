import type { GateName } from '#domain/rbac/access.ts';

export const gates: Readonly<Record<GateName, string>> = {
  token: 'A token is shown',
  signature: 'The signature is genuine',
  issuer: 'The issuer is trusted',
  audience: 'The token is for this service',
  lifetime: 'The token is valid now',
  sharedKey: 'The account key fits',
  network: 'The network lets the address in',
  deny: 'No deny assignment is in the way',
  role: 'A role allows the action',
  condition: 'The condition of the role holds',
  policy: 'An access policy allows the action',
  databaseUser: 'A user of the database stands for the caller',
  cosmosRole: 'A data role of Cosmos DB allows the action',
  appRole: 'The token holds the app role',
  application: 'The app lets this client in',
};
