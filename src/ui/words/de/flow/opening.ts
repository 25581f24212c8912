import type { Actor, CastHost } from '#app/flow/scene.ts';
import type * as english from '#ui/words/en/flow/opening.ts';
import { list } from './phrases.ts';

/** Who is who, before the first message. */
export const opening: typeof english.opening = ({ cast, heldBefore }) => {
  const hosts = cast.hosts.filter(({ name }) => name !== '').map(identities);
  const laptop = cast.hosts.some(({ kind }) => kind === 'laptop')
    ? ['Der Code läuft auf einem Laptop, außerhalb von Azure.']
    : [];
  const outside = cast.hosts.some(({ kind }) => kind === 'external') ? ['Der Code läuft außerhalb von Azure.'] : [];
  const roles = cast.roles.map((role) => {
    const who = cast.principals.find(({ id }) => id === role.principalId)?.name ?? '';
    const what = `${role.name} im Bereich ${targetName(cast.actors, role.target)}`;
    if (role.state === 'orphaned') return `Die Rollenzuweisung ${what} ist noch da; ihr Prinzipal ${who} ist gelöscht.`;
    return role.state === 'pending'
      ? `${who} wird die Rolle ${what} haben.`
      : `Der Dienstprinzipal ${who} hat die Rolle ${what}.`;
  });
  const held = heldBefore.length > 0 ? ['Die Anwendung hat schon ein Token.'] : [];
  return [...laptop, ...outside, ...hosts, ...roles, ...held].join(' ');
};

function identities({ kind, name, systemAssigned, userAssigned }: CastHost): string {
  if (kind === 'aksCluster') return `Pods von ${name} melden sich über eine Workloadidentität an.`;
  const attached = list(userAssigned.map((identity) => identity.name));
  if (systemAssigned && attached !== '') {
    return `${name} hat eine systemseitig zugewiesene Identität und trägt ${attached}.`;
  }
  if (systemAssigned) return `${name} hat eine systemseitig zugewiesene Identität.`;
  if (attached === '') return `${name} hat keine Identität.`;
  const kindInWords =
    userAssigned.length === 1
      ? 'die benutzerseitig zugewiesene Identität'
      : 'die benutzerseitig zugewiesenen Identitäten';
  return `${name} trägt ${kindInWords} ${attached}.`;
}

function targetName(actors: readonly Actor[], id: string): string {
  const actor = actors.find((candidate) => candidate.id === id);
  return actor?.kind === 'target' ? actor.name : '';
}
