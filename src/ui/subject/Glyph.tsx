import { hexagon } from './glyphs.ts';
import { pathOfKind, type IconKind, type MarkKind } from './kinds.ts';
import styles from './Glyph.module.css';

/** The small drawing of a kind on the 20-unit grid: the shape of the pictures, for lines of text. */
export function Glyph({ kind }: { readonly kind: MarkKind }) {
  return (
    <svg className={styles.glyph} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {kind in pathOfKind ? <path d={pathOfKind[kind as IconKind]} /> : <Shape kind={kind as ShapeKind} />}
    </svg>
  );
}

type ShapeKind = Exclude<MarkKind, IconKind>;

function Shape({ kind }: { readonly kind: ShapeKind }) {
  switch (kind) {
    case 'systemAssignedIdentity':
      return (
        <>
          <path d="M2 3.5h16v6H2Z" />
          <path className={styles.solid} d="M5.5 9.5v7h9v-7Z" />
        </>
      );
    case 'userAssignedIdentity':
      return <path className={styles.solid} transform="translate(1.5 3)" d={hexagon(17, 14)} />;
    case 'systemPrincipal':
      return (
        <>
          <circle cx="10" cy="10" r="7.6" />
          <path className={styles.solid} d="M7.2 7.2h5.6v5.6H7.2Z" />
        </>
      );
    case 'userPrincipal':
      return (
        <>
          <circle cx="10" cy="10" r="7.6" />
          <path className={styles.solid} transform="translate(6 6.7)" d={hexagon(8, 6.6)} />
        </>
      );
    case 'deletedPrincipal':
      return <circle className={styles.dashed} cx="10" cy="10" r="7.6" />;
    case 'orphanedRole':
      return (
        <>
          <path className={styles.dashed} d="M6 10h11" />
          <circle cx="3.8" cy="10" r="1.8" />
          <path d="M14.5 7l3 3-3 3" />
        </>
      );
    case 'token':
      return (
        <path
          className={styles.token}
          d="M5.5 5h.5a1.5 1.5 0 0 0 3 0h5.5a5 5 0 0 1 0 10H9a1.5 1.5 0 0 0-3 0h-.5a5 5 0 0 1 0-10Z"
        />
      );
    case 'request':
      return <path d="M2.5 10h14.5M13 6l4 4-4 4" />;
    case 'response':
      return (
        <>
          <path className={styles.dashed} d="M17.5 10H4" />
          <path d="M7 6l-4 4 4 4" />
        </>
      );
  }
}
