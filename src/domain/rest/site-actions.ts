import { invalidContent } from './refusals.ts';
import { read, refused, route } from './route.ts';
import type { Route } from './route.ts';

const site = '{+site}/providers/Microsoft.Web/sites/{name}';

/** Apps and slots always run here: starting or restarting one changes nothing, and none can be stopped. */
export const siteActionRoutes: readonly Route[] = [site, `${site}/slots/{slot}`].flatMap((path) => [
  ...['start', 'restart'].map((action) =>
    route('POST', `${path}/${action}`, ({ path: asked }) =>
      read({ kind: 'siteAction', id: asked.slice(0, asked.lastIndexOf('/')), action }),
    ),
  ),
  route('POST', `${path}/stop`, () => refused(invalidContent('apps are not stopped here.'))),
  route('GET', `${path}/config/web`, ({ path: asked }) =>
    read({ kind: 'siteConfig', id: asked.slice(0, -'/config/web'.length) }),
  ),
]);
