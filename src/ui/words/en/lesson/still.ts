import type { FigureName, LanesFigureName, OfferedAction, Told } from '#content/types.ts';
import { list } from '../flow/phrases.ts';

// Words that the build puts into a lesson where a live block will stand; the page itself does not load them.

const actions: Readonly<Record<OfferedAction, string>> = {
  'create-host': 'create hosts',
  'create-identity': 'create user-assigned identities',
  'create-target': 'create targets',
  delete: 'delete resources',
  'system-assigned': 'turn system-assigned identities on and off',
  attach: 'attach user-assigned identities',
  'assign-role': 'assign roles',
  'request-token': 'ask for tokens',
  call: 'call targets',
  clock: 'move the clock',
  chain: 'run the credential chain of the SDK',
  workflow: 'run a workflow outside Azure',
  sdk: 'run programs with the official SDK',
  terminal: 'type commands',
};

/** The figures that are drawn by hand; what the engine plays it tells by itself. */
const figures: Readonly<Record<Exclude<FigureName, LanesFigureName>, Told>> = {
  'identity-blade': {
    title: 'The Identity menu of a virtual machine',
    steps: [
      {
        title: 'System assigned',
        text: 'Set Status to On, choose Save, and confirm with Yes. Only then is there a service principal, and its object (principal) ID appears. Set to Off, the principal is deleted; set to On again, another one is made, without the roles of the first.',
      },
      {
        title: 'User assigned',
        text: 'A list of identities that exist by themselves. Add attaches one to the machine, Remove detaches it; neither creates or deletes the identity.',
      },
    ],
  },
  'three-ids': {
    title: 'Three ids, and who asks for which',
    steps: [
      {
        title: 'Object (principal) ID',
        text: 'A role assignment holds it, and the target compares it with oid in the token.',
      },
      {
        title: 'Client ID',
        text: 'Code names a user-assigned identity by it when it asks for a token; the token tells it in appid. A system-assigned identity needs no naming.',
      },
      {
        title: 'Resource ID',
        text: 'A host lists its user-assigned identities by it. A system-assigned identity has none of its own: it is part of its host.',
      },
    ],
  },
  lifecycles: {
    title: 'Two identities over the life of a host',
    steps: [
      {
        title: 'Create vm-web with both',
        text: 'Two principals, two roles. One identity is part of vm-web; the other, id-shop-reader, is a resource of its own.',
      },
      {
        title: 'Delete vm-web',
        text: 'The principal of vm-web goes with the machine, and its role is left and names nobody. The user-assigned identity and its role are untouched.',
      },
      {
        title: 'Create vm-web again',
        text: 'The same name, another principal: the old role is not for it. The user-assigned identity is attached, and its role works at once.',
      },
      {
        title: 'Delete id-shop-reader',
        text: 'A user-assigned identity goes only when you delete it. Its role is left as well.',
      },
    ],
  },
};

export const stillWords = {
  offer: (offered: readonly OfferedAction[]) => `You can ${list(offered.map((action) => actions[action]))}.`,
  figures,
} as const;
