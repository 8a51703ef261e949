import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { resetPage } from 'react-zoom-meeting/testing';
import { afterEach } from 'vitest';

afterEach(() => {
  cleanup();
  resetPage();
});
