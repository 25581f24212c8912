import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Announcer } from '#ui/kit/Announcer.tsx';
import { LanesRoute } from '#ui/routes/LanesRoute.tsx';
import { MemoryRouter, Route, Routes, useLocation } from '#ui/router/navigation.ts';

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

async function openLanes(search = '') {
  await act(async () => {
    render(
      <MemoryRouter initialEntries={[`/flow/lanes${search}`]}>
        <Announcer>
          <Routes>
            <Route path="/flow/lanes" element={<LanesRoute />} />
          </Routes>
          <Address />
        </Announcer>
      </MemoryRouter>,
    );
    await Promise.resolve();
  });
  return userEvent.setup();
}

const count = (row: RegExp) =>
  within(screen.getByRole('row', { name: row }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
const current = () => screen.getByRole('button', { current: 'step' }).textContent;

describe('the two lanes', () => {
  it('step forwards and back, with the same counters as before', async () => {
    const learner = await openLanes('?script=delete');
    expect(screen.getByText('Before the first step')).toBeInTheDocument();
    expect(count(/^Orphaned/)).toEqual(['0', '0']);
    await learner.keyboard('{End}');
    expect(current()).toMatch(/Somebody cleans up/);
    await learner.keyboard('{ArrowLeft}');
    expect(count(/^Orphaned/)).toEqual(['4was 2', '0']);
    expect(count(/^Assignments nobody uses/)).toEqual(['0', '2was 0']);
    await learner.keyboard('{Home}');
    expect(count(/^Orphaned/)).toEqual(['0', '0']);
  });

  it('open at the step of their address, and write it', async () => {
    const learner = await openLanes('?script=scale&step=7');
    expect(count(/^Reads refused/)).toEqual(['8was 0', '0']);
    expect(count(/^Minutes until all works/)).toEqual(['until somebody acts', '0']);
    await learner.click(screen.getByRole('button', { name: /Four more machines/ }));
    expect(screen.getByLabelText('address')).toHaveTextContent('/flow/lanes?script=scale&step=6');
  });

  it('draw both lanes, and say the same in words', async () => {
    await openLanes('?script=recreate&step=2');
    expect(screen.getByRole('img', { name: /“An identity each”/ })).toHaveTextContent(/vm-web-1, deleted/);
    expect(screen.getByRole('img', { name: /“One identity for all”/ })).toHaveTextContent(/id-shop-reader/);
    const steps = screen.getByRole('region', { name: 'Steps' });
    expect(within(steps).getByText(/An identity each: .*Orphaned assignments: 0 → 2/)).toBeInTheDocument();
  });

  it('say in the end what speaks for each, from the counters', async () => {
    const learner = await openLanes('?script=scale');
    expect(screen.queryByRole('region', { name: /It depends/ })).not.toBeInTheDocument();
    await learner.keyboard('{End}');
    const verdict = screen.getByRole('region', { name: /It depends/ });
    expect(verdict).toHaveTextContent(/Choose user-assigned because of this: 2 role assignments instead of 16/);
    expect(verdict).toHaveTextContent(/Choose system-assigned because of this: a token speaks for one machine/);
  });

  it('lead from script to script, and from an unknown one to those there are', async () => {
    const learner = await openLanes('?script=nothing');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('No such script');
    await learner.click(screen.getByRole('link', { name: 'Machines are deleted' }));
    expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Machines are deleted');
    expect(screen.getByLabelText('address')).toHaveTextContent('/flow/lanes?script=delete');
  });
});
