import { existsSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});

beforeEach(() => {
  // The page's single warning has not been shown yet.
  vi.resetModules();
  warn.mockClear();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.stubEnv('NODE_ENV', 'development');
  vi.stubGlobal('crossOriginIsolated', false);
});

/** Prepares a meeting with the SDK as a module. */
async function prepare() {
  const { moduleSdk } = await import('../../../src/sdk/module-sdk');
  await moduleSdk(async () => ({ createClient: () => ({}) })).load();
}

describe('the warning about a page that is not cross-origin isolated', () => {
  test('appears once, with what is missing and the recipe', async () => {
    await prepare();
    await prepare();
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('not cross-origin isolated'));
    const [text = ''] = warn.mock.calls[0] as string[];
    expect(text).toMatch(/one video at a time.*virtual backgrounds.*720p/);
    const repository = manifest.repository.url.replace(/^git\+|\.git$/g, '');
    const [, path = ''] = text.split(`${repository}/blob/main/`);
    expect(existsSync(new URL(`../../../${path}`, import.meta.url)) && path).toMatch(/^docs\/recipes\//);
  });

  test('does not appear in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await prepare();
    expect(warn).not.toHaveBeenCalled();
  });

  test('does not appear in the tests of an app with the fake SDK', async () => {
    const { createFakeZoomSdk } = await import('../../../src/testing/index');
    await createFakeZoomSdk().load();
    expect(warn).not.toHaveBeenCalled();
  });
});

test.each([
  ['that is isolated', true],
  ['in an environment without isolation, such as jsdom', undefined],
])('does not appear on a page %s', async (_, isolated) => {
  vi.stubGlobal('crossOriginIsolated', isolated);
  await prepare();
  expect(warn).not.toHaveBeenCalled();
});
