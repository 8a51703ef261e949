import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { resetPage } from 'react-zoom-meeting/testing';
import { afterEach } from 'vitest';

/** On a busy machine, rendering can take seconds. */
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  resetPage();
});
