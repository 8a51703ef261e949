// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { createPageClient } from '../../../../src/sdk/page-client';
import { createSdk, follow, opened, pass, useFakePage } from './fake-page';

useFakePage();

describe('opening a client', () => {
  it('uses the page’s own element, disables the SDK’s dialog, and applies the app’s customize', async () => {
    const sdk = createSdk();
    const page = createPageClient();
    const opening = page.open(
      sdk.embedded,
      { language: 'de-DE', customize: { meetingInfo: ['topic'] } },
      () => true,
    );
    expect(page.client()).toBeUndefined();
    await opening;
    expect(page.client()).toBe(sdk.client);
    const [[given]] = vi.mocked(sdk.client.init).mock.calls as never as [[Record<string, never>]];
    expect(given).toMatchObject({
      language: 'de-DE',
      zoomAppRoot: { className: 'rzm-sdk-root' },
      customize: { isShowJoiningErrorDialog: false, meetingInfo: ['topic'], video: { isResizable: false } },
    });
  });

  it('creates it once, and only calls init the second time', async () => {
    const { page, embedded, client } = await opened();
    page.on('user-added', vi.fn());
    await page.open(embedded, {}, () => true);
    expect(embedded.createClient).toHaveBeenCalledTimes(1);
    expect(client.init).toHaveBeenCalledTimes(2);
    expect(vi.mocked(client.on).mock.calls.map(([event]) => event)).toEqual([
      'connection-change',
      'user-added',
    ]);
  });

  it('rejects when `init` rejects or resolves with a failure', async () => {
    const failure = { type: 'INIT_MEETING_FAILED', reason: 'no', errorCode: -1 };
    const sdk = createSdk({ init: async () => failure });
    const page = createPageClient();
    await expect(page.open(sdk.embedded, {}, () => true)).rejects.toBe(failure);
    expect(page.client()).toBeUndefined();
  });

  it('does nothing when no component retains it any more', async () => {
    const sdk = createSdk();
    await createPageClient().open(sdk.embedded, {}, () => false);
    expect(sdk.embedded.createClient).not.toHaveBeenCalled();
  });

  it('waits 1.2 s for the client of another SDK to be destroyed', async () => {
    const { page, embedded, client } = await opened();
    const another = createSdk();
    const opening = follow(page.open(another.embedded, {}, () => true));
    await pass(1100);
    expect(embedded.destroyClient).toHaveBeenCalledTimes(1);
    expect(opening.is).toBe('pending');
    await pass(100);
    expect(opening.is).toBe('resolved');
    expect(page.client()).toBe(another.client);
    expect(page.client()).not.toBe(client);
  });

  it('fits the view into the container that shows it', async () => {
    const container = document.createElement('div');
    Object.defineProperties(container, { clientWidth: { value: 804 }, clientHeight: { value: 685 } });
    document.body.append(container);
    const sdk = createSdk();
    const page = createPageClient();
    page.show({ container });
    await page.open(sdk.embedded, { customize: { video: { isResizable: true } } }, () => true);
    const [[given]] = vi.mocked(sdk.client.init).mock.calls as never as [[Record<string, never>]];
    const size = { width: 800, height: 600 };
    expect(given).toMatchObject({
      customize: { video: { isResizable: true, viewSizes: { default: size, ribbon: size } } },
    });
  });

  it('removes the tokens of an earlier join, where storage exists', async () => {
    for (const name of ['ZTK', 'ZSK', 'TK', 'OBF_TOKEN', 'RECORDING_TOKEN'])
      sessionStorage.setItem(`WEB_CLIENT_${name}`, 'a token');
    sessionStorage.setItem('another', 'stays');
    const { page } = await opened();
    expect(Object.keys(sessionStorage)).toEqual(['another']);
    sessionStorage.setItem('WEB_CLIENT_TK', 'tk');
    await page.leave();
    expect(Object.keys(sessionStorage)).toEqual(['another']);
    vi.stubGlobal('sessionStorage', undefined);
    await opened();
  });
});
