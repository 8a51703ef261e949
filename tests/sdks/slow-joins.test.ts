import { describe, expect } from 'vitest';
import type { Opened } from '../e2e/harness';
import { it, useBrowser } from '../e2e/harness';
import { sdksFolder } from './fetch-sdks';

useBrowser(sdksFolder);

/** Longer than the 20 s after which the library leaves a join without any event. */
const late = 25_000;

/** The part of a join that is delayed. */
const slow: Record<string, (opened: Opened) => unknown> = {
  'the media code is delayed': ({ context }) => delay(context, '**/js_media.min.js'),
  'the request to Zoom is delayed': ({ context }) => delay(context, '**/wc/info**'),
  'the socket opens but stays silent': ({ standIn }) => standIn.next({ socket: 'silent' }),
};

async function delay(context: Opened['context'], url: string): Promise<void> {
  await context.route(url, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, late));
    await route.fallback().catch(() => {});
  });
}

/** A slow join must not be repeated, because the participant would be in the meeting twice. */
describe.concurrent.each(['5.1.4', '6.2.0'])('SDK %s, slow connection', (version) => {
  it.for(Object.entries(slow))('%s: joins once', async ([, makeSlow], { open }) => {
    const opened = await open();
    await makeSlow(opened);
    await opened.mount({ script: { baseUrl: `/zoom-sdk/${version}` } });
    await opened.waitFor('joined');
    // The SDK remembers an earlier join for a minute.
    await opened.page.waitForTimeout(45_000);
    expect(await opened.status()).toBe('joined');
    expect(opened.standIn.openSockets).toBe(1);
    expect((await opened.calls()).joined).toBe(1);
    expect(opened.pageErrors()).toBe('');
  });
});
