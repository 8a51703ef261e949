import { describe, expect } from 'vitest';
import { sdkFiles } from './build-page';
import { it, reactVersion, useBrowser } from './harness';

/** Records each track that the page receives, by kind. */
const keepTracks = `
  globalThis.tracks = [];
  const { mediaDevices } = navigator;
  const original = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await original(constraints);
    tracks.push(...stream.getTracks());
    return stream;
  };
`;
declare const tracks: MediaStreamTrack[];

describe.concurrent(`the lobby, on React ${reactVersion}`, () => {
  useBrowser();

  it.for([false, true])('joins from the lobby, StrictMode: %s', async (strict, { open }) => {
    const opened = await open({ before: keepTracks });
    const { page, standIn, context } = opened;
    const scripts: string[] = [];
    context.on('request', (request) => scripts.push(new URL(request.url()).pathname));
    await opened.mount({ withLobby: true, strict });
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
    // Chromium's fake microphone beeps.
    await page.getByText('Your microphone works.').waitFor();
    await page.waitForTimeout(3000);

    // Everything is ready, but the user has not joined.
    expect(scripts).toContain('/zoom-sdk/zoomus-websdk-embedded.umd.min.js');
    expect(opened.signatureTimes).toHaveLength(1);
    expect(standIn.count('info')).toBe(0);
    expect(await page.evaluate(() => tracks.map(({ kind, readyState }) => [kind, readyState]))).toEqual([
      ['audio', 'live'],
      ['video', 'live'],
    ]);

    await page.getByLabel('Your name').fill('Grace');
    await page.getByRole('button', { name: 'Join' }).click();
    // Before the SDK opens them.
    expect(await page.evaluate(() => tracks.map(({ readyState }) => readyState))).toEqual(['ended', 'ended']);
    await opened.waitFor('joined');

    expect(opened.signatureTimes).toHaveLength(1);
    expect(standIn.count('info')).toBe(1);
    expect(await opened.statuses()).toEqual(['preparing', 'joining', 'joined']);
    await page.waitForFunction(() => harness.rosters.at(-1) === '[Grace]');
    // As the docs say, the SDK has opened neither camera nor microphone.
    await page.waitForTimeout(2000);
    expect(await page.evaluate(() => tracks.length)).toBe(2);
    const { audio, bVideoOn } = await page.evaluate(() => {
      const user = harness.meeting.current?.client?.getCurrentUser();
      return { audio: user?.audio, bVideoOn: user?.bVideoOn };
    });
    expect({ audio, bVideoOn }).toEqual({ audio: '', bVideoOn: false });
    expect(opened.pageErrors()).toBe('');
  });

  it('turns the camera off and does not join when it unmounts', async ({ open }) => {
    const opened = await open({ before: keepTracks });
    await opened.mount({ withLobby: true });
    await opened.page.waitForFunction(() => tracks.length === 2);
    await opened.unmount();
    expect(await opened.page.evaluate(() => tracks.map(({ readyState }) => readyState))).toEqual([
      'ended',
      'ended',
    ]);
    await opened.page.waitForTimeout(2000);
    expect(opened.standIn.count('info')).toBe(0);
  });
});

describe.each([
  {
    problem: 'permission denied',
    argument: '--use-fake-ui-for-media-stream=deny',
    messages: ['Camera access is blocked', 'Microphone access is blocked.'],
    open: [],
  },
  {
    problem: 'no camera',
    argument: '--use-fake-device-for-media-stream=device-count=0',
    messages: ['No camera found', 'Your microphone works.'],
    open: ['audio'],
  },
])('$problem', ({ argument, messages, open: kinds }) => {
  useBrowser(sdkFiles, [argument]);

  it('reports the problem, and the user can still join', async ({ open }) => {
    const opened = await open({ before: keepTracks });
    const { page } = opened;
    await opened.mount({ withLobby: true });
    for (const message of messages) await page.getByText(message, { exact: false }).waitFor();
    expect(await page.evaluate(() => tracks.map(({ kind }) => kind))).toEqual(kinds);
    await page.getByRole('button', { name: 'Join' }).click();
    expect(await page.evaluate(() => tracks.filter(({ readyState }) => readyState === 'live').length)).toBe(
      0,
    );
    await opened.waitFor('joined');
    expect(opened.pageErrors()).toBe('');
  });
});
