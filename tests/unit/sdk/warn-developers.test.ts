import { afterEach, expect, test, vi } from 'vitest';
import { warnDevelopers } from '../../../src/sdk/warn-developers';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  warn.mockClear();
});

test.each([
  ['no process', undefined],
  ['a process without an environment', {}],
])('treats a page without a bundler, with %s, as production', (_, process) => {
  vi.stubGlobal('crossOriginIsolated', false);
  vi.stubGlobal('process', process);
  warnDevelopers('6.3.0');
  vi.unstubAllGlobals();
  expect(warn).not.toHaveBeenCalled();
});

test('treats a development build as development', () => {
  vi.stubGlobal('crossOriginIsolated', false);
  vi.stubEnv('NODE_ENV', 'development');
  warnDevelopers('6.3.0');
  expect(warn).toHaveBeenCalledTimes(2);
});
