import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lazy, Suspense, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it } from 'vitest';
import {
  BrowserRouter,
  Link,
  matchPath,
  MemoryRouter,
  Navigate,
  NavLink,
  Route,
  Routes,
  StaticRouter,
  useLocation,
  useNavigate,
  useNavigationType,
  useParams,
  useSearchParams,
} from '#ui/router/navigation.ts';

afterEach(() => window.history.replaceState(null, '', '/'));

function Here() {
  const { pathname, search, hash, state } = useLocation();
  const type = useNavigationType();
  return <output>{`${type} ${pathname}${search}${hash} ${JSON.stringify(state)}`}</output>;
}

function Moves() {
  const navigate = useNavigate();
  const [, setParams] = useSearchParams();
  const buttons = {
    query: () => navigate({ search: '?step=2' }, { state: { mine: true } }),
    over: () => navigate('/over', { replace: true }),
    back: () => navigate(-1),
    drop: () =>
      setParams((params) => {
        params.delete('step');
        return params;
      }),
  };
  return Object.entries(buttons).map(([name, move]) => (
    <button key={name} type="button" onClick={move}>
      {name}
    </button>
  ));
}

const here = () => screen.getByRole('status').textContent;
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

function open(address: string, children: ReactNode = null): void {
  render(
    <MemoryRouter initialEntries={[address]}>
      {children}
      <Moves />
      <Here />
    </MemoryRouter>,
  );
}

describe('a pattern', () => {
  it.each([
    ['/lessons', '/lessons', {}],
    ['/lessons', '/lessons/', {}],
    ['/lessons', '/Lessons', {}],
    ['/', '/', {}],
    ['/lessons/:lessonId', '/lessons/the-token', { lessonId: 'the-token' }],
    ['/lessons/:lessonId', '/lessons/%E0%A4%A', { lessonId: '%E0%A4%A' }],
    ['*', '/any/where', { '*': 'any/where' }],
  ])('%s is of %s', (pattern, pathname, params) => {
    expect(matchPath(pattern, pathname)?.params).toStrictEqual(params);
  });

  it.each([
    ['/lessons', '/lessons/one'],
    ['/lessons/:lessonId', '/lessons'],
    ['/lessons/:lessonId', '/quiz/one'],
    ['/', '/lessons'],
  ])('%s is not of %s', (pattern, pathname) => {
    expect(matchPath(pattern, pathname)).toBeNull();
  });
});

describe('moving', () => {
  it('by parts keeps the path, and what is kept with the entry', async () => {
    open('/flow?step=1#below');
    await press('query');
    expect(here()).toBe('PUSH /flow?step=2 {"mine":true}');
    await press('drop');
    expect(here()).toBe('PUSH /flow null');
  });

  it('goes back through the entries, and over those that were replaced', async () => {
    open('/flow');
    await press('query');
    await press('over');
    expect(here()).toBe('REPLACE /over null');
    await press('back');
    expect(here()).toBe('POP /flow null');
    await press('back');
    expect(here()).toBe('POP /flow null');
  });

  it('keeps the present page until the next one is there', async () => {
    let arrive: (page: { default: () => ReactNode }) => void = () => {};
    const later = new Promise<{ default: () => ReactNode }>((resolve) => {
      arrive = resolve;
    });
    const Later = lazy(() => later);
    open(
      '/',
      <>
        <Link to="/later">Go</Link>
        <Suspense fallback="Waiting">
          <Routes>
            <Route path="/" element="First" />
            <Route path="/later" element={<Later />} />
          </Routes>
        </Suspense>
      </>,
    );
    await userEvent.click(screen.getByRole('link', { name: 'Go' }));
    expect(screen.getByText(/First/)).toBeInTheDocument();
    expect(screen.queryByText('Waiting')).not.toBeInTheDocument();
    await act(async () => {
      arrive({ default: () => 'Second' });
      await later;
    });
    expect(screen.getByText(/Second/)).toBeInTheDocument();
  });
});

describe('a link', () => {
  it('is followed in place, but with a key it is the browser’s', async () => {
    const learner = userEvent.setup();
    open('/', <Link to="/lessons?a=1#b">Lessons</Link>);
    const link = screen.getByRole('link', { name: 'Lessons' });
    expect(link).toHaveAttribute('href', '/lessons?a=1#b');
    const stop = (event: Event) => event.preventDefault();
    window.addEventListener('click', stop);
    await learner.keyboard('{Control>}');
    await learner.click(link);
    await learner.keyboard('{/Control}');
    window.removeEventListener('click', stop);
    expect(here()).toBe('POP / null');
    await learner.click(link);
    expect(here()).toBe('PUSH /lessons?a=1#b null');
    await learner.click(link);
    expect(here()).toBe('REPLACE /lessons?a=1#b null');
  });

  it('is not followed where its own click says no', async () => {
    open(
      '/',
      <Link to="/lessons" onClick={(event) => event.preventDefault()}>
        Lessons
      </Link>,
    );
    await userEvent.click(screen.getByRole('link', { name: 'Lessons' }));
    expect(here()).toBe('POP / null');
  });

  it('knows whether its page, or one below it, is open', () => {
    const place = (to: string) => (
      <NavLink key={to} to={to} className={({ isActive }) => (isActive ? 'here' : '')}>
        {to}
      </NavLink>
    );
    open('/quiz/first', ['/quiz', '/qui', '/quiz/first', '/lessons'].map(place));
    const open4 = screen.getAllByRole('link').map((link) => link.getAttribute('aria-current'));
    expect(open4).toStrictEqual(['page', null, 'page', null]);
    expect(screen.getByRole('link', { name: '/quiz' })).toHaveClass('here');
  });
});

describe('routes', () => {
  function Named() {
    return `Quiz ${useParams()['quizId'] ?? ''}`;
  }

  const table = (
    <Routes>
      <Route path="/quiz/:quizId" element={<Named />} />
      <Route path="/old" element={<Navigate replace to="/quiz/new" />} />
      <Route path="*" element="Nothing" />
    </Routes>
  );

  it('show the first that the address is of, with its values', () => {
    open('/quiz/first', table);
    expect(screen.getByText(/Quiz first/)).toBeInTheDocument();
  });

  it('show what no other is for, and go elsewhere where one says so', async () => {
    open('/old', table);
    expect(await screen.findByText(/Quiz new/)).toBeInTheDocument();
    expect(here()).toBe('REPLACE /quiz/new null');
  });
});

describe('the window', () => {
  it('is followed below its base: addresses are written with it and read without it', async () => {
    window.history.replaceState(null, '', '/de/lessons?a=1');
    render(
      <BrowserRouter basename="/de">
        <Link to="/quiz">Quiz</Link>
        <Here />
      </BrowserRouter>,
    );
    expect(here()).toBe('POP /lessons?a=1 null');
    expect(screen.getByRole('link')).toHaveAttribute('href', '/de/quiz');
    await userEvent.click(screen.getByRole('link'));
    expect(window.location.pathname).toBe('/de/quiz');
    expect(here()).toBe('PUSH /quiz null');
    await act(async () => {
      const popped = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
      window.history.back();
      await popped;
    });
    expect(here()).toBe('POP /lessons?a=1 null');
  });

  it('is one address in the build', () => {
    const html = renderToString(
      <StaticRouter basename="/de" location="/de/quiz">
        <Link to="/lessons">Lessons</Link>
        <Here />
      </StaticRouter>,
    );
    expect(html).toBe('<a href="/de/lessons">Lessons</a><output>POP /quiz null</output>');
  });
});
