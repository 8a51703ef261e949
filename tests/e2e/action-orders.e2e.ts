import { describe, expect, vi } from 'vitest';
import { ids } from './client-actions';
import { it, type Opened, reactVersion, useBrowser } from './harness';

useBrowser();

const act = ({ page }: Opened, name: string, argument?: unknown) =>
  page.evaluate(([action, given]) => harness.hooks.act(action as 'mute', given), [name, argument] as const);
const write = (opened: Opened, message: string) => act(opened, 'sendChat', { message });
const summary = ({ page }: Opened) => page.evaluate(() => harness.hooks.summary());
const captions = ({ page }: Opened) =>
  page.evaluate(() => (harness.hooks.captions ?? []).map(({ text }) => text));

/** Waits until the hooks return at least these values. */
const shows = (opened: Opened, expected: object) =>
  vi.waitFor(async () => expect(await summary(opened)).toMatchObject(expected), 20_000);

async function says(opened: Opened, text: string, all: readonly string[]) {
  opened.standIn.caption(ids.bob, text, text, true);
  await vi.waitFor(async () => expect(await captions(opened)).toEqual(all), 20_000);
}

const withCaptions = ({ standIn }: Opened) =>
  Object.assign(standIn.meeting.options, { isEnableSaveCaptions: true });

describe.concurrent(`actions and hooks in unusual orders, on React ${reactVersion}`, () => {
  it('actions work only in the meeting, and the hooks follow, when the user is admitted, put on hold and admitted again', async ({
    open,
  }) => {
    const opened = await open();
    const { standIn } = opened;
    withCaptions(opened);
    standIn.meeting.waitingRoom = true;
    await opened.mount({ followed: ids.bob });
    await opened.waitFor('waiting-room');
    standIn.addParticipant('Bob');
    expect(await write(opened, 'too early')).toBe('rejects NOT_JOINED');
    for (const round of [1, 2]) {
      standIn.admit();
      await opened.waitFor('joined');
      await shows(opened, { currentUser: 'Ada', followed: 'Bob' });
      expect(await write(opened, `in ${round}`)).toBe(`resolves with in ${round}`);
      await says(opened, `line ${round}`, ['line 1', 'line 2'].slice(0, round));
      if (round === 2) break;
      standIn.hold();
      await opened.waitFor('waiting-room');
      await shows(opened, { followed: null, others: [] });
      expect(await write(opened, 'on hold')).toBe('rejects NOT_JOINED');
    }
    await shows(opened, { messages: ['in 1', 'in 2'] });
    expect(standIn.actions.filter(({ evt }) => evt === 4135)).toHaveLength(2);
  });

  it('an action is rejected during a reconnection, and works afterwards', async ({ open }) => {
    const opened = await open();
    const { page, standIn } = opened;
    await opened.mount({ followed: ids.bob });
    await opened.waitFor('joined');
    const during = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          harness.meeting.current!.client!.on('connection-change', ({ state }) => {
            if (state === 'Reconnecting')
              setTimeout(() => void harness.hooks.act('rename', { name: 'A' }).then(resolve));
          });
        }),
    );
    standIn.dropSocket();
    expect(await during).toBe('rejects NOT_JOINED');
    await opened.waitFor('joined');
    expect(await write(opened, 'back')).toBe('resolves with back');
    expect(standIn.actions.map(({ evt }) => evt)).toEqual([4135]);
  });

  it.for([
    ['the host ends the meeting', ({ standIn }: Opened) => standIn.end(8)],
    ['the user leaves', ({ page }: Opened) => page.evaluate(() => void harness.meeting.current!.leave())],
    ['the meeting is unmounted', ({ unmount }: Opened) => unmount()],
  ] as const)('%s before Zoom answers an action: its promise settles', async ([, over], { open }) => {
    const opened = await open();
    opened.standIn.meeting.answersActions = false;
    await opened.mount({ role: 1, followed: ids.bob });
    await opened.waitFor('joined');
    const settled = act(opened, 'lockMeeting', true);
    await vi.waitFor(() => expect(opened.standIn.actions).toHaveLength(1), 20_000);
    await over(opened);
    expect(await settled).toBe('rejects NOT_JOINED');
  });

  it('an action is rejected after the meeting, and works again after rejoining, with fresh hooks', async ({
    open,
  }) => {
    const opened = await open();
    const { page, standIn } = opened;
    withCaptions(opened);
    await opened.mount({ followed: ids.bob });
    await opened.waitFor('joined');
    standIn.addParticipant('Bob');
    await shows(opened, { followed: 'Bob' });
    await says(opened, 'first', ['first']);
    await write(opened, 'first');
    standIn.end(8);
    await opened.waitFor('ended');
    await shows(opened, { currentUser: null, followed: null, messages: [] });
    expect(await write(opened, 'too late')).toBe('rejects NOT_JOINED');
    expect(await act(opened, 'leave')).toBe('resolves');
    expect(await act(opened, 'end')).toBe('resolves');
    await page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
    await shows(opened, { currentUser: 'Ada', followed: 'Bob', messages: [] });
    await says(opened, 'second', ['second']);
    expect(await write(opened, 'second')).toBe('resolves with second');
    await shows(opened, { messages: ['second'] });
  });

  it('the hooks and actions switch to another meeting on the same page', async ({ open }) => {
    const opened = await open();
    const { page, standIn } = opened;
    withCaptions(opened);
    await opened.mount({ followed: ids.bob });
    await opened.waitFor('joined');
    standIn.addParticipant('Bob');
    await shows(opened, { followed: 'Bob' });
    await says(opened, 'first', ['first']);
    await write(opened, 'first');
    await opened.mount({ followed: ids.bob, meetingNumber: '987654321' });
    await page.waitForFunction(() => harness.hooks.summary().meetingNumber === 987654321, undefined, {
      timeout: 60_000,
    });
    await shows(opened, { currentUser: 'Ada', followed: 'Bob', messages: [] });
    await says(opened, 'second', ['second']);
    expect(await write(opened, 'second')).toBe('resolves with second');
    await shows(opened, { messages: ['second'] });
    expect(standIn.openSockets).toBe(1);
  });
});
