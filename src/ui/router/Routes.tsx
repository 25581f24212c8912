import { Children, createContext, isValidElement, useContext, useEffect, type ReactNode } from 'react';
import { matchPath, useLocation } from 'react-router';
import { useNavigate, type To } from './use-navigate.ts';

/** The values of the `:names` in a path. */
export type Params = Readonly<Record<string, string | undefined>>;

const ParamsContext = createContext<Params>({});

/** The values that the address has for the `:names` of its route. */
export function useParams(): Params {
  return useContext(ParamsContext);
}

interface RouteProps {
  /** `/lessons/:lessonId`; `*` for what no other is for. */
  readonly path: string;
  readonly element: ReactNode;
}

/** Says to `Routes` what stands at a path. */
export const Route: (props: RouteProps) => ReactNode = () => null;

/** Shows the first of its routes that the address is of. */
export function Routes({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  for (const child of Children.toArray(children)) {
    if (!isValidElement<RouteProps>(child)) continue;
    const match = matchPath(child.props.path, pathname);
    if (match !== null) return <ParamsContext value={match.params}>{child.props.element}</ParamsContext>;
  }
  return null;
}

/** Goes elsewhere as soon as it is shown. */
export function Navigate({ to, replace = false }: { readonly to: To; readonly replace?: boolean }) {
  const navigate = useNavigate();
  useEffect(() => navigate(to, { replace }), [navigate, to, replace]);
  return null;
}
