import { LineDrawing } from '#ui/kit/Icon.tsx';
import { pathOfKind, type IconKind } from './kinds.ts';

interface KindIconProps {
  readonly kind: IconKind;
  readonly size?: number;
  readonly x?: number;
  readonly y?: number;
}

/** The line drawing of a kind. */
export function KindIcon({ kind, ...drawing }: KindIconProps) {
  return <LineDrawing path={pathOfKind[kind]} {...drawing} />;
}
