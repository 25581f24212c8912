import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine is no failure: waiting ends when the thing is there, however long that took.
configure({ asyncUtilTimeout: 15_000 });

// Files share one page (isolate: false), so each test leaves it as it found it.
afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
