import { beforeEach, expect, test, vi } from 'vitest';
import type { ScriptSdkOptions } from '../../../src/sdk/script-sdk';
import { testedSdkVersions } from '../../../src/sdk/tested-versions';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});

beforeEach(() => {
  vi.resetModules();
  warn.mockClear();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.stubEnv('NODE_ENV', 'development');
  vi.stubGlobal('crossOriginIsolated', true);
});

/** Starts to load the SDK, which fails because there is no page. */
async function load(...all: ScriptSdkOptions[]): Promise<void> {
  const { scriptSdk } = await import('../../../src/sdk/script-sdk');
  for (const options of all) await expect((async () => scriptSdk(options).load())()).rejects.toThrow();
}

test('warns once about an untested version, and names the tested ones', async () => {
  await load({ version: '6.3.0' }, { version: '6.3.0' });
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('SDK 6.3.0 is not tested'));
  const [text] = warn.mock.calls[0] as [string];
  for (const version of testedSdkVersions) expect(text).toContain(version);
  expect(text).toMatch(/\/docs\/compatibility\.md#sdk-versions$/);
});

test('warns separately about each version', async () => {
  await load({ version: '6.3.0' }, { version: '6.4.0' });
  expect(warn).toHaveBeenCalledTimes(2);
});

test.each<[string, ScriptSdkOptions]>([
  ['the default version', {}],
  ['a tested version', { version: '5.0.4' }],
  ['self-hosted files, whose version is unknown', { baseUrl: '/zoom-sdk', version: '6.3.0' }],
])('does not warn: %s', async (_, options) => {
  await load(options);
  expect(warn).not.toHaveBeenCalled();
});

test('does not warn in production', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  await load({ version: '6.3.0' });
  expect(warn).not.toHaveBeenCalled();
});
