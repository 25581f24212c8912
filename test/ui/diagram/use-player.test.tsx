import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { timing } from '#ui/diagram/player.ts';
import { usePlayer } from '#ui/diagram/use-player.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function pass(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
}

it('asks for frames while something moves, and for none at rest', () => {
  const { result } = renderHook(() => usePlayer(3));
  expect(vi.getTimerCount()).toBe(0);
  act(() => result.current.next());
  expect(result.current.step).toBe(1);
  expect(vi.getTimerCount()).toBe(1);
  pass(timing.hop / 2);
  expect(result.current.position).toBeGreaterThan(0.3);
  expect(result.current.position).toBeLessThan(0.7);
  pass(timing.hop);
  expect(result.current.position).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('plays to the end and can be stopped on the way', () => {
  const { result } = renderHook(() => usePlayer(2));
  act(() => result.current.play());
  pass(timing.hop + 50);
  expect(result.current).toMatchObject({ step: 1, playing: true });
  act(() => result.current.pause());
  pass(timing.rest * 2);
  expect(result.current).toMatchObject({ step: 1, playing: false });
  act(() => result.current.play());
  pass(timing.rest + timing.hop * 2);
  expect(result.current).toMatchObject({ step: 2, position: 2, playing: false });
});

it('opens at a step, within the flow', () => {
  expect(renderHook(() => usePlayer(3, 2)).result.current.position).toBe(2);
  expect(renderHook(() => usePlayer(3, 9)).result.current.position).toBe(3);
});

it('jumps where the reader asks for no motion', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }));
  const { result } = renderHook(() => usePlayer(3));
  act(() => result.current.next());
  expect(result.current).toMatchObject({ position: 1, still: true });
  expect(vi.getTimerCount()).toBe(0);
});
