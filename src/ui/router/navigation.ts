// The one door to react-router: its core, with the links and routes that this app has use for on top. Its own
// `Link` and `Routes` bring data routers, forms and prefetching along: 8 kB that no page here needs.
export {
  BrowserRouter,
  matchPath,
  MemoryRouter,
  NavigationType,
  StaticRouter,
  useLocation,
  useNavigationType,
} from 'react-router';
export { Link, NavLink, type LinkProps, type NavLinkRenderProps } from './links.tsx';
export { Navigate, Route, Routes, useParams, type Params } from './Routes.tsx';
export { useSearchParams } from './search-params.ts';
export { useNavigate } from './use-navigate.ts';
