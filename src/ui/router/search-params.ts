import { useCallback, useMemo } from 'react';
import { useLocation } from 'react-router';
import { useNavigate, type NavigateOptions } from './use-navigate.ts';

type SetSearchParams = (change: (params: URLSearchParams) => URLSearchParams, options?: NavigateOptions) => void;

/** The query of the address, and the way to change it. */
export function useSearchParams(): readonly [URLSearchParams, SetSearchParams] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  const setParams = useCallback<SetSearchParams>(
    (change, options) => {
      const changed = change(new URLSearchParams(search)).toString();
      navigate({ search: changed === '' ? '' : `?${changed}` }, options);
    },
    [search, navigate],
  );
  return [params, setParams];
}
