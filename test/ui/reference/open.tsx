import { act, render } from '@testing-library/react';
import { Suspense, type ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from '#ui/router/navigation.ts';
import { ContentLibraryProvider, type ContentLibrary } from '#app/content-library.ts';
import type { Answers, RuleText, Term } from '#content/types.ts';
import { libraryWith } from '#test/support/library.ts';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { KitLabelsProvider } from '#ui/kit/labels.ts';
import { GlossaryRoute } from '#ui/routes/GlossaryRoute.tsx';
import { ReferencePageRoute } from '#ui/routes/ReferencePageRoute.tsx';
import { ReferenceRoute } from '#ui/routes/ReferenceRoute.tsx';
import { kitWords } from '#ui/words/words.ts';

const terms: readonly Term[] = [
  {
    id: 'audience',
    term: 'audience',
    forms: ['audiences'],
    means: [{ type: 'text', value: 'Whom a token is for.' }],
    also: ['object-id'],
    lesson: 'the-token-flow',
  },
  {
    id: 'object-id',
    term: 'object ID',
    forms: ['object IDs', 'principalId'],
    means: [
      { type: 'text', value: 'The id of a principal, ' },
      { type: 'code', value: 'oid' },
      { type: 'rule', rule: 'IMDS-04' },
    ],
    also: [],
    lesson: null,
  },
];

const rules: readonly RuleText[] = [
  {
    id: 'IMDS-04',
    area: 'IMDS: the endpoint',
    text: [{ type: 'text', value: 'Without the header the answer is 400.' }],
    source: 'capture: net#1; unconfirmed: the words',
    isOwn: true,
    isDescribed: false,
  },
  {
    id: 'KV-01',
    area: 'KV: Key Vault',
    text: [{ type: 'text', value: 'A vault answers at its name.' }],
    source: 'docs: about Key Vault',
    isOwn: false,
    isDescribed: true,
  },
];

const at = { lesson: 'the-token-flow', title: 'The token flow', heading: 'seven-steps' };
const answers: Answers = {
  misconceptions: [{ id: 'M1', belief: 'Turning it on gives access.', truth: 'A role does.', at }],
  classQuestions: [{ id: 'restart', ask: 'Do I have to restart?', at }],
};

const answersLoaded = Promise.resolve(answers);
const termsLoaded = Promise.resolve(terms);
const rulesLoaded = Promise.resolve(rules);

/** A library with two terms, two rules, a misconception and a question. */
const library: ContentLibrary = libraryWith({
  loadTerms: () => termsLoaded,
  loadRules: () => rulesLoaded,
  loadAnswers: () => answersLoaded,
});

export async function show(children: ReactNode, address = '/', held: ContentLibrary = library): Promise<void> {
  // Awaited, because what is still being fetched is resumed only within an asynchronous `act`.
  await act(async () => {
    render(
      <ContentLibraryProvider value={held}>
        <KitLabelsProvider value={kitWords}>
          <MemoryRouter initialEntries={[address]}>
            <Announcer>
              <Suspense fallback={null}>{children}</Suspense>
            </Announcer>
            <Address />
          </MemoryRouter>
        </KitLabelsProvider>
      </ContentLibraryProvider>,
    );
    await Promise.resolve();
  });
}

function Address() {
  const { pathname, hash } = useLocation();
  return <output aria-label="Address">{pathname + hash}</output>;
}

/** Opens a page of the reference as one does who comes by its address. */
export function openPage(address: string): Promise<void> {
  return show(
    <Routes>
      <Route path="/glossary" element={<GlossaryRoute />} />
      <Route path="/reference" element={<ReferenceRoute />} />
      <Route path="/reference/:page" element={<ReferencePageRoute />} />
    </Routes>,
    address,
  );
}
