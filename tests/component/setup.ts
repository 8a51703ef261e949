import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { resetPage } from 'react-zoom-meeting/testing';
import { afterEach } from 'vitest';

/** A busy machine takes seconds for what a component shows at once. */
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  resetPage();
});
