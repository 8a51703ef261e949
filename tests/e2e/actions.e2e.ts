import { describe, expect, vi } from 'vitest';
import { type ActionCall, asGuest, asHost, asHostAgain } from './action-calls';
import { ids } from './client-actions';
import { typedEvents, typedMethods } from './client-names';
import { it, type Opened, reactVersion, useBrowser } from './harness';
import { methodsAndEvents } from './methods-and-events';

useBrowser();

/** Calls these actions one after another through `useZoomActions()`. */
async function actAll(opened: Opened, calls: readonly ActionCall[]): Promise<ActionCall[]> {
  const { page, standIn } = opened;
  const seen: ActionCall[] = [];
  for (const { action, argument, reconnects } of calls) {
    const joined = await timesJoined(opened);
    const before = standIn.actions.length;
    const settles = await page.evaluate(([name, given]) => harness.hooks.act(name, given), [
      action,
      argument,
    ] as const);
    const sends = standIn.actions.slice(before);
    seen.push({
      action,
      ...(argument !== undefined && { argument }),
      settles,
      ...(sends.length > 0 && { sends }),
      ...(reconnects && { reconnects }),
    });
    if (reconnects) await vi.waitFor(async () => expect(await timesJoined(opened)).toBe(joined + 1), 20_000);
  }
  return seen;
}

const timesJoined = async (opened: Opened) =>
  (await opened.statuses()).filter((status) => status === 'joined').length;

/** Expects every action of `useZoomActions()` in the table. */
async function expectAll({ page }: Opened, calls: readonly ActionCall[]) {
  const actions = await page.evaluate(() => harness.hooks.actionNames);
  const called = calls.map(({ action }) => action);
  expect([...new Set(called)].sort()).toEqual(actions.sort());
}

/** Two breakout rooms, with these participants in the first one. */
const rooms = (userIds: readonly number[]) => [
  { id: 'r1', name: 'Room r1', userIds },
  { id: 'r2', name: 'Room r2', userIds: [] },
];

/** The features that the host's account allows. */
const options = { isEnableBreakoutRoom: true, isEnableBOBroadcast: true };

/** The differences between the value of a hook and the client's after an event or an action. */
const hookDifferences = ({ page }: Opened) => page.evaluate(() => harness.hooks.differences);

const knows = ({ page }: Opened, name: string) =>
  page.waitForFunction((who) => JSON.stringify(harness.events).includes(who), name);

describe.concurrent(`useZoomActions, on React ${reactVersion}`, () => {
  it('a guest: the client matches our types, host actions are rejected without asking the SDK, and the others reach Zoom', async ({
    open,
  }) => {
    const opened = await open();
    opened.standIn.meeting.allowRename = true;
    Object.assign(opened.standIn.meeting.options, options);
    await opened.mount({ followed: ids.bob });
    await opened.waitFor('joined');
    opened.standIn.addParticipant('Bob');
    await knows(opened, 'Bob');
    opened.standIn.setBreakoutRooms(rooms([ids.ada]), 2);
    // Fails when an SDK version lacks a method or an event of our types, or has an additional one.
    expect(await methodsAndEvents(opened)).toEqual({
      methods: Object.keys(typedMethods).sort(),
      events: Object.keys(typedEvents).sort(),
    });
    await expectAll(opened, asGuest);
    expect(await actAll(opened, asGuest)).toEqual(asGuest);
    expect(await opened.status()).toBe('ended');
    expect(await hookDifferences(opened)).toEqual([]);
  });

  it('a host: each action reaches Zoom as the expected frame', async ({ open }) => {
    const opened = await open();
    const { page, standIn } = opened;
    Object.assign(standIn.meeting, { canRecord: true, isOriginHost: true });
    Object.assign(standIn.meeting.options, options);
    await opened.mount({ role: 1, followed: ids.bob });
    await opened.waitFor('joined');
    // Otherwise a recording can only be started.
    standIn.send(7938, { disAllowClientStopAutoCmr: false });
    const audible = { audio: 'computer', muted: false };
    standIn.addParticipant('Bob', audible);
    standIn.addParticipant('Carol', { bHold: true });
    standIn.addParticipant('Dan', audible);
    await knows(opened, 'Dan');
    standIn.setBreakoutRooms(rooms([]), 1);
    await expectAll(opened, [...asHost, ...asHostAgain]);
    expect(await actAll(opened, asHost)).toEqual(asHost);
    expect(await opened.status()).toBe('ended');

    await page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
    expect(await actAll(opened, asHostAgain)).toEqual(asHostAgain);
    expect(await opened.status()).toBe('ended');
    expect(await hookDifferences(opened)).toEqual([]);
  });

  it('an action can follow at once after the action it depends on', async ({ open }) => {
    const opened = await open();
    await opened.mount({ followed: ids.bob });
    await opened.waitFor('joined');
    opened.standIn.addParticipant('Bob');
    await knows(opened, 'Bob');
    const settled = await opened.page.evaluate(async (bob) => {
      const list: string[] = [];
      for (let round = 0; round < 20; round += 1) {
        list.push(await harness.hooks.act('addPin', bob), await harness.hooks.act('removeAllPins'));
      }
      list.push(await harness.hooks.act('setVirtualBackground', 'blur'));
      for (const lock of [true, false, true]) {
        list.push(await harness.hooks.act('lockVirtualBackground', lock));
      }
      return list;
    }, ids.bob);
    expect(settled).toEqual(settled.map(() => 'resolves'));
  });

  it('captions: returns each line once with its latest text, even after a reconnection', async ({ open }) => {
    const opened = await open();
    const { page, standIn } = opened;
    Object.assign(standIn.meeting.options, { isEnableSaveCaptions: true });
    await opened.mount({ followed: ids.bob });
    await opened.waitFor('joined');
    standIn.addParticipant('Bob');
    await knows(opened, 'Bob');
    const expectCaptions = (...texts: object[]) =>
      vi.waitFor(
        async () => expect(await page.evaluate(() => harness.hooks.captions)).toEqual(texts),
        20_000,
      );
    standIn.caption(ids.bob, 'line-1', 'Good', false);
    await expectCaptions({ msgId: 'line-1', displayName: 'Bob', text: 'Good', done: false });
    standIn.caption(ids.bob, 'line-1', 'Good morning.', true);
    const first = { msgId: 'line-1', displayName: 'Bob', text: 'Good morning.', done: true };
    await expectCaptions(first);
    standIn.dropSocket();
    await opened.waitFor('reconnecting');
    await opened.waitFor('joined');
    await knows(opened, 'Bob');
    standIn.caption(ids.bob, 'line-2', 'Hello', false);
    await expectCaptions(first, { msgId: 'line-2', displayName: 'Bob', text: 'Hello', done: false });
  });
});
