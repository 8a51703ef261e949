import { describe, expect } from 'vitest';
import { type ActionCall, asGuest, asHost, asHostAgain, notOnTheRealSdk } from './action-calls';
import { ids } from './client-actions';
import { it, type Opened, reactVersion, useBrowser } from './harness';

useBrowser();

/** Does these one after the other, through `useZoomActions()`. */
async function actAll({ page, standIn }: Opened, calls: readonly ActionCall[]): Promise<ActionCall[]> {
  const seen: ActionCall[] = [];
  for (const { action, argument } of calls) {
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
    });
  }
  return seen;
}

/** Every action of `useZoomActions()` is in the table, or in the list of those that are not yet. */
async function expectAll({ page }: Opened, calls: readonly ActionCall[]) {
  const actions = await page.evaluate(() => harness.hooks.actionNames);
  const called = calls.map(({ action }) => action);
  expect([...new Set([...called, ...notOnTheRealSdk])].sort()).toEqual(actions.sort());
}

const knows = ({ page }: Opened, name: string) =>
  page.waitForFunction((who) => JSON.stringify(harness.events).includes(who), name);

describe.concurrent(`useZoomActions, on React ${reactVersion}`, () => {
  it("a guest: a host's actions are refused before the SDK is asked, and the others reach Zoom", async ({
    open,
  }) => {
    const opened = await open();
    opened.standIn.meeting.allowRename = true;
    await opened.mount({ followed: ids.bob });
    await opened.waitFor('joined');
    opened.standIn.addParticipant('Bob');
    await knows(opened, 'Bob');
    await expectAll(opened, asGuest);
    expect(await actAll(opened, asGuest)).toEqual(asGuest);
    expect(await opened.status()).toBe('ended');
  });

  it('a host: each action reaches Zoom as the frame that it asks for', async ({ open }) => {
    const opened = await open();
    const { page, standIn } = opened;
    Object.assign(standIn.meeting, { canRecord: true, isOriginHost: true });
    await opened.mount({ role: 1, followed: ids.bob });
    await opened.waitFor('joined');
    // Otherwise a recording can be started only.
    standIn.send(7938, { disAllowClientStopAutoCmr: false });
    const audible = { audio: 'computer', muted: false };
    standIn.addParticipant('Bob', audible);
    standIn.addParticipant('Carol', { bHold: true });
    standIn.addParticipant('Dan', audible);
    await knows(opened, 'Dan');
    await expectAll(opened, [...asHost, ...asHostAgain]);
    expect(await actAll(opened, asHost)).toEqual(asHost);
    expect(await opened.status()).toBe('ended');

    await page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
    expect(await actAll(opened, asHostAgain)).toEqual(asHostAgain);
    expect(await opened.status()).toBe('ended');
  });
});
