import type { ReferencePageId } from '#app/reference/pages.ts';
import type { WireSource } from '#domain/http/message.ts';

interface PageWords {
  readonly title: string;
  /** For the overview: what is found there. */
  readonly summary: string;
  /** Under the title: what it is made from, and how to read it. */
  readonly lead: string;
  readonly filter: string;
}

/** Words of the reference pages; inline code in backticks. */
export const referenceWords = {
  title: 'Reference',
  lead: 'Everything to look up, made from the tables by which the simulator itself decides.',
  glossary: {
    title: 'Glossary',
    summary: 'The terms of the field, a sentence or two each.',
    lead: 'The terms of the field. Lessons are linked to a term where they use it first.',
    filter: 'Find a term',
    also: 'See also',
    alsoCalled: (forms: readonly string[]) => `Also written: ${forms.join(', ')}`,
    lesson: 'The lesson on it',
    letters: 'First letters',
  },
  pages: {
    questions: {
      title: 'Often wrong, often asked',
      summary: 'Sixteen things that people get wrong, thirteen that classes ask, and where they are answered.',
      lead: 'What people believe of managed identities and what is so; and the questions that come up in every class.',
      filter: 'Find a belief or a question',
    },
    roles: {
      title: 'Built-in roles',
      summary: 'What each role allows in the control plane and in the data plane, with its GUID.',
      lead: '`actions` count in the control plane, `dataActions` in the data plane; a star stands for any rest. What `notActions` takes out another role may grant.',
      filter: 'Find a role, an action or a GUID',
    },
    errors: {
      title: 'Errors',
      summary: 'Every refusal with its exact words, its cause and its cure.',
      lead: 'Every refusal that the simulator answers, in the exact words of the wire. `{…}` stands for what differs from case to case. Paste a piece of your error to find it.',
      filter: 'Find a code, a status or words of a message',
    },
    claims: {
      title: 'Claims',
      summary: 'What stands in a token, and who compares it.',
      lead: 'The claims of a managed identity’s token in the order in which they are written. To a client the token is opaque: only the target should read it.',
      filter: 'Find a claim',
    },
    endpoints: {
      title: 'Endpoints and audiences',
      summary: 'Where a token is asked for, and which token each target takes.',
      lead: 'Two questions with different answers: where the code asks for a token, and for whom the token must be.',
      filter: 'Find an endpoint or a target',
    },
    limits: {
      title: 'Limits and times',
      summary: 'How long things last, how late they are, and how many there may be.',
      lead: 'Most hard questions are about time. Numbers with a rule are those that the simulator goes by.',
      filter: 'Find a limit',
    },
    names: {
      title: 'Name rules',
      summary: 'What a name may look like, and where it must be the only one.',
      lead: 'The rules by which the simulator takes or refuses a name. Case never makes two names.',
      filter: 'Find a kind',
    },
    hosts: {
      title: 'Hosts',
      summary: 'Every host with its endpoint, its header and its kinds of identity.',
      lead: 'Code asks a different address on each kind of host. SDKs know them all; by hand you need this table.',
      filter: 'Find a host',
    },
    rules: {
      title: 'Rules of the simulator',
      summary: 'Every rule that the simulator obeys, numbered, with its source.',
      lead: 'Lessons cite these rules, and tests hold the simulator to them. Each says where it is from: a page of Microsoft, an answer of real Azure in a public report, the source of a client. What nobody documents is marked as the simulator’s own choice.',
      filter: 'Find a rule by its number or words',
    },
  } satisfies Record<ReferencePageId, PageWords>,
  ownCode: {
    title: 'Use it with your own code',
    summary: 'The companion: official SDKs for Node, Python, .NET, Java and Go, curl and az, on your own machine.',
  },
  others: 'Pages of the reference',
  count: (shown: number, all: number) => (shown === all ? `${all} in all` : `${shown} of ${all}`),
  nothing: (query: string) => `Nothing here has “${query}” in it.`,
  clear: 'Show all',
  linkTo: (name: string) => `Link to ${name}`,
  copy: (what: string) => `Copy ${what}`,
  copied: 'Copied',
  copyFailed: 'Could not be copied',
  unknownTitle: 'No such page of the reference',
  unknownText: 'The overview lists the pages that there are.',
  sources: {
    docs: 'Documented by Microsoft',
    capture: 'Captured from Azure',
    sdk: 'In the source of a client',
    spec: 'In a specification',
    unconfirmed: 'The simulator’s own words',
  } satisfies Record<WireSource, string>,
  rule: (id: string) => `Rule ${id}`,
  ruleHead: 'Rule',
} as const;
