import { createElement, use, type ComponentType } from 'react';

export interface LazyPage {
  readonly Page: ComponentType;
  /** Fetches the page ahead of time; harmless to call often. */
  readonly preload: () => Promise<ComponentType>;
}

/** A page in a chunk of its own. Once fetched it renders at once, without a fallback. */
export function lazyPage(load: () => Promise<ComponentType>): LazyPage {
  let pending: Promise<ComponentType> | null = null;

  async function fetchPage(): Promise<ComponentType> {
    try {
      const page = await load();
      // What React itself notes on a promise it has seen: with it, `use` reads the value without suspending.
      if (pending !== null) void Object.assign(pending, { status: 'fulfilled', value: page });
      return page;
    } catch (error) {
      // A lost connection should not stick: the next visit asks again.
      pending = null;
      throw error;
    }
  }

  function preload(): Promise<ComponentType> {
    pending ??= fetchPage();
    return pending;
  }

  function Page() {
    return createElement(use(preload()));
  }

  return { Page, preload };
}
