import { paths } from '#app/paths.ts';
import { Home } from '#ui/home/Home.tsx';

export function HomeRoute() {
  return <Home start={paths.lessons.href()} />;
}
