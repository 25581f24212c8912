/** Words of the lessons' own figures. */
export const figureWords = {
  ids: {
    caption: 'Three ids, and who asks for which',
    which: 'Identity',
    principalId: 'Object (principal) ID',
    clientId: 'Client ID',
    resourceId: 'Resource ID',
    noResourceId: 'None of its own: it is part of its host.',
    askers: 'Who asks?',
    ask: {
      role: 'A role assignment',
      target: 'The vault, of a token',
      code: 'Code that asks for a token',
      attach: 'Attaching to a host',
    },
    wants: {
      role: 'It holds the object (principal) ID. Its type is ServicePrincipal.',
      target: 'It compares the token’s oid, the object (principal) ID, with its role assignments.',
      code: 'It names the identity by its client ID. The token tells it in appid.',
      codeSystem: 'It names nobody: a host has one system-assigned identity at most.',
      attach: 'The host’s identity block lists the resource ID.',
      attachSystem: 'Nothing is attached: the identity is turned on at its host.',
    },
  },
  lives: {
    caption: 'Two identities over the life of a host',
    steps: {
      create: 'Create vm-web with both',
      delete: 'Delete vm-web',
      again: 'Create vm-web again',
      remove: 'Delete id-shop-reader',
    },
    rows: {
      host: 'vm-web',
      systemPrincipal: 'vm-web',
      systemRole: 'its role on kv-shop',
      identity: 'id-shop-reader',
      userPrincipal: 'id-shop-reader',
      userRole: 'its role on stshopimages',
    },
    thing: 'Thing',
    tells: {
      create: 'Two principals, two roles. One identity is part of vm-web; the other is a resource of its own.',
      delete:
        'The principal of vm-web goes with the machine. Its role is left and names nobody. The user-assigned identity is untouched.',
      again:
        'The same name, another principal: the old role is not for it. The user-assigned identity is attached, and its role works at once.',
      remove: 'A user-assigned identity goes only when you delete it. Its role is left as well.',
    },
    life: {
      there: 'there',
      new: 'a new one',
      gone: 'gone',
      deleted: 'on the deleted list',
      orphaned: 'Identity not found',
    },
    back: 'Back',
    next: 'Next',
    stepOf: (step: number, all: number) => `Step ${step} of ${all}`,
  },
} as const;
