import { useNavigate as useRouterNavigate, type NavigateOptions, type To } from 'react-router';

export type { NavigateOptions, To };

/** Goes to an address, or so many steps through the history. Nobody waits for it: only data routers have a promise. */
interface Navigate {
  (to: To, options?: NavigateOptions): void;
  (steps: number): void;
}

export const useNavigate: () => Navigate = useRouterNavigate;
