// `npm run companion`: builds the companion where its sources are newer than what was built, and starts it.
// @ts-check
import { bringUpToDate, isBuilt } from './up-to-date.mjs';

await bringUpToDate('companion');
const [first] = process.argv.slice(2);
// The page takes half a minute to build: an older one is good enough, and a question about a host needs none.
if (first !== 'env' && first !== '--help' && !isBuilt('site')) await bringUpToDate('site');

const built = new URL('../../dist-companion/main.js', import.meta.url);
await import(built.href);
