import '#ui/styles/index.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from '#ui/router/navigation.ts';
import { browserStorage } from '#app/preferences/storage.ts';
import * as catalogue from '#content/catalogue.ts';
import { adopt, type ContentChange } from '#content/catalogue.ts';
import { language } from '#ui/router/language.ts';
import { preloadPage } from '#ui/router/routes.ts';
import { createSite } from '#ui/shell/create-site.tsx';

const { pathname, search } = location;

function start(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element with the id root');
  const site = createSite({
    storage: browserStorage(),
    library: catalogue,
    loadSdk: () => import('#sdk/start.ts'),
    route: (app) => <BrowserRouter basename={language.base}>{app}</BrowserRouter>,
  });
  // A query chooses what is shown, and the page of an unknown address is none of the app's: these are drawn anew.
  if (root.dataset['page'] === pathname && search === '') hydrateRoot(root, site);
  else createRoot(root).render(site);
}

const written = document.getElementById('content-of-page')?.textContent;
// Our own build wrote it: see src/build/page-html.ts.
if (written !== undefined) adopt(JSON.parse(written) as ContentChange);

// The code and the content of this page come first: what is prerendered is taken over whole, and nothing flashes.
// What cannot be fetched is asked for again by the page itself, which says so.
void preloadPage(pathname.slice(language.base.length) || '/', catalogue).then(start, start);
