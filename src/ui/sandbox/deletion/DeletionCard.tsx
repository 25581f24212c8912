import { roleNameOf } from '#app/sandbox/catalogue.ts';
import { scopeName } from '#app/sandbox/facts.ts';
import { useCloud, useWorld } from '#app/world/WorldProvider.tsx';
import type { Command } from '#domain/cloud/command.ts';
import type { CloudState } from '#domain/cloud/state.ts';
import type { DeletionReport } from '#domain/cloud/deletion-report.ts';
import { Button } from '#ui/kit/Button.tsx';
import { Card } from '#ui/kit/Card.tsx';
import { IconButton } from '#ui/kit/IconButton.tsx';
import type { MarkKind } from '#ui/subject/kinds.ts';
import { Mark } from '#ui/subject/Mark.tsx';
import { sandboxWords, subjectWords } from '#ui/words/words.ts';
import styles from './DeletionCard.module.css';

const words = sandboxWords.deletion;

/** A line of the card: the thing, and what that means for it. */
interface Line {
  readonly key: string;
  readonly kind: MarkKind;
  readonly name: string;
  readonly text: string;
  readonly why: string;
  /** What can be done about it at once. */
  readonly remedy: { readonly label: string; readonly command: Command } | null;
}

interface DeletionCardProps {
  readonly report: DeletionReport;
  readonly onClose?: () => void;
}

/** What went and what stayed when something was deleted: the lesson of the whole sandbox, as two lists. */
export function DeletionCard({ report, onClose }: DeletionCardProps) {
  const state = useCloud();
  return (
    <Card title={words.title} tools={onClose && <IconButton icon="close" name={words.dismiss} onClick={onClose} />}>
      <div className={styles.halves}>
        <Half title={words.went} lines={went(report)} />
        <Half title={words.stayed} lines={stayed(report, state)} />
      </div>
    </Card>
  );
}

function Half({ title, lines }: { title: string; lines: readonly Line[] }) {
  const dispatch = useWorld((store) => store.dispatch);
  return (
    <section className={styles.half}>
      <h3 className={styles.heading}>{title}</h3>
      {lines.length === 0 && <p className={styles.why}>{words.nothingElse}</p>}
      <ul className={styles.list} aria-label={title}>
        {lines.map(({ key, kind, name, text, why, remedy }) => (
          <li key={key} className={styles.line}>
            <span className={styles.what}>
              <Mark kind={kind} name={name} />
              {text !== '' && <span>{text}</span>}
            </span>
            {why !== '' && <span className={styles.why}>{why}</span>}
            {remedy !== null && <Button onClick={() => dispatch(remedy.command)}>{remedy.label}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function went(report: DeletionReport): Line[] {
  return [
    ...report.groups.map(({ id, name }) => line(id, 'resourceGroup', name)),
    ...report.resources.map(({ id, kind, name }) => line(id, kind, name)),
    ...report.principals.map(({ principal: { id, displayName }, purgeAt }) =>
      line(id, 'deletedPrincipal', displayName, words.principal, words.onDeletedList(purgeAt)),
    ),
    ...report.removedAssignments.map(({ id, roleId }) =>
      line(id, 'role', roleNameOf(roleId), words.removed, words.removedWhy),
    ),
  ];
}

function stayed(report: DeletionReport, state: CloudState): Line[] {
  const host = report.turnedOffAt;
  return [
    ...(host === null ? [] : [line(host.id, host.kind, host.name, words.turnedOff)]),
    ...report.orphanedAssignments.map(({ id, roleId, scope }) => {
      const text = words.orphaned(roleNameOf(roleId), scopeName(state, scope));
      return line(id, 'orphanedRole', subjectWords.identityNotFound, text, words.orphanedWhy);
    }),
    ...report.liveTokens.map(({ tokenId, resource, claims }) =>
      line(tokenId, 'token', resource, words.token, words.tokenUntil(claims.exp, state.now)),
    ),
    ...report.survivors.map(({ id, name }) =>
      line(id, 'userAssignedIdentity', name, words.survivor, words.survivorWhy),
    ),
    ...report.staleReferences.map(({ host: carrier, identityId }) => {
      const text = words.stale(identityId.slice(identityId.lastIndexOf('/') + 1));
      return line(`${carrier.id} ${identityId}`, carrier.kind, carrier.name, text, words.staleWhy);
    }),
    ...report.heldNames.map(({ name, until }) => ({
      ...line(name, 'keyVault', name, words.heldName, words.heldNameUntil(until)),
      remedy: { label: words.purge(name), command: { type: 'PurgeDeletedVault', name } as const },
    })),
  ];
}

function line(key: string, kind: MarkKind, name: string, text = '', why = ''): Line {
  return { key, kind, name, text, why, remedy: null };
}
