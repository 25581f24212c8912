/** What search engines, previews and language models read of the pages; no byte of it is in the page's own code. */
export const siteWords = {
  name: 'Managed Identity Lab',
  product:
    'Learn Azure managed identities by running them, in the browser: no subscription, no account, no network. Lessons, a theatre of the token flow, a sandbox and quizzes over one exact simulation.',
  descriptions: {
    lessons:
      'A course on Azure managed identities in short lessons: system-assigned and user-assigned identities, the token flow, roles and scopes, what deletion leaves behind.',
    flow: 'Watch how a token is requested from an Azure managed identity and used, message by message: each request and response in full, each claim with who compares it.',
    lanes:
      'The same script run with system-assigned and with user-assigned managed identities side by side: how many principals, role assignments and orphans each of them makes.',
    sandbox:
      'A free simulated Azure in the browser: make virtual machines, apps, identities and role assignments, request tokens, read secrets, and see why each call is allowed or refused.',
    quizzes:
      'Questions on Azure managed identities, system-assigned against user-assigned above all. Each answer says why, and each key is proven by the simulation.',
    glossary:
      'The words of Azure managed identities, each in one or two sentences: service principal, client ID, object ID, scope, audience, federated credential and the others.',
    reference:
      'Built-in roles, error codes with cause and cure, token claims, endpoints, limits and name rules of Azure managed identities, generated from one simulation.',
    referencePages: {
      questions:
        'Sixteen things that people get wrong about Azure managed identities and thirteen questions that classes ask, answered.',
      roles:
        'The built-in Azure roles that managed identities are given most, with what each allows and on which plane.',
      errors:
        'What Azure answers when a token or a call is refused: each code and message with its cause and its cure.',
      claims: 'The claims of a managed identity access token: what each holds, and who compares it with what.',
      endpoints: 'Where each host asks for a token, and which audience each target accepts.',
      limits: 'The limits around Azure managed identities: how many, how long, how often.',
      names: 'What names Azure accepts for resources, identities and credentials.',
      hosts: 'Which kinds of Azure hosts carry managed identities, and how each of them asks for a token.',
      rules: 'The numbered rules of the simulated Azure, each with its source.',
    },
  },
} as const;
