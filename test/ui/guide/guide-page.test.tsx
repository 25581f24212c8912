import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Guide } from '#content/types.ts';
import { libraryWith } from '#test/support/library.ts';
import { GuideRoute } from '#ui/routes/GuideRoute.tsx';
import { show } from '../reference/open.tsx';

const words = (value: string) => [{ type: 'text', value }] as const;

const guide: Guide = {
  id: 'own-code',
  title: 'Use it with your own code',
  summary: 'Run your code on your own machine.',
  blocks: [
    { type: 'paragraph', children: words('An endpoint is missing.') },
    { type: 'heading', level: 2, id: 'start-it', children: words('Start it') },
    { type: 'code', language: 'sh', value: 'npm run companion' },
    { type: 'heading', level: 3, id: 'options', children: words('Options') },
    { type: 'heading', level: 2, id: 'node', children: words('Node') },
    { type: 'code', language: 'js', value: "// read.mjs\nconsole.log('read');" },
    {
      type: 'list',
      ordered: false,
      items: [[{ type: 'paragraph', children: words('One process is one machine.') }]],
    },
  ],
  sources: [{ title: 'Somebody asked', href: 'https://github.com/Azure/Azurite/issues/1750' }],
};

const showGuide = (given: Guide) => {
  const loaded = Promise.resolve(given);
  return show(<GuideRoute />, '/own-code', libraryWith({ loadGuide: () => loaded }));
};

describe('the page of the guide', () => {
  it('shows the guide under its title, with its listings named and its sources', async () => {
    await showGuide(guide);
    expect(screen.getByRole('heading', { level: 1, name: 'Use it with your own code' })).toBeVisible();
    expect(screen.getByText('Run your code on your own machine.')).toBeVisible();
    expect(screen.getByRole('figure', { name: 'Shell' })).toHaveTextContent('npm run companion');
    expect(screen.getByRole('figure', { name: 'read.mjs' })).toHaveTextContent("console.log('read');");
    expect(screen.getByText('One process is one machine.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Somebody asked' })).toHaveAttribute('href', guide.sources[0]?.href);
  });

  it('leads to its sections', async () => {
    await showGuide(guide);
    const contents = within(screen.getByRole('navigation', { name: 'On this page' }));
    const links = contents.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
    expect(links).toEqual([
      ['Start it', '#start-it'],
      ['Node', '#node'],
    ]);
  });

  it('says that it is in another language, and marks it for those who hear it', async () => {
    await showGuide({ ...guide, language: 'en' });
    expect(screen.getByText('This guide is not translated yet. It is shown in English.')).toBeVisible();
    expect(screen.getByText('An endpoint is missing.').closest('[lang]')).toHaveAttribute('lang', 'en');
  });
});
