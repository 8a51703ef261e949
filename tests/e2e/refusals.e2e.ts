import { describe, expect } from 'vitest';
import type { ScriptedAnswer } from '../stand-in/stand-in';
import { it, lastError, reactVersion, useBrowser } from './harness';

useBrowser();

describe.concurrent(`refusals, on React ${reactVersion}`, () => {
  it.for<[code: number, answer: ScriptedAnswer, userAction: string]>([
    [4005, { res: 9 }, 'try-again'],
    [4006, { res: 12 }, 'try-again'],
    [3704, { info: 3704 }, 'contact-support'],
    [3707, { info: 3707 }, 'check-meeting-number'],
    [4011, { res: 6601 }, 'contact-support'],
  ])('%i is not retried', async ([code, answer, userAction], { open }) => {
    const opened = await open();
    opened.standIn.next(answer);
    await opened.mount();
    await opened.waitFor('failed');
    await opened.page.waitForTimeout(2000);
    expect(await lastError(opened)).toMatchObject({ code, userAction, attempts: 1 });
    expect(opened.standIn.count('info')).toBe(1);
    // Our panel is shown, and not Zoom's own dialog.
    expect(await opened.page.getByRole('alert').textContent()).not.toBe('');
    expect(await opened.page.getByRole('button', { name: /^retry$/i }).count()).toBe(0);
  });

  it('3004 asks for the passcode, and joins with the correct one', async ({ open }) => {
    const opened = await open();
    opened.standIn.meeting.passcode = 'zoom42';
    await opened.mount({ password: 'wrong' });
    await opened.waitFor('failed');
    const input = opened.page.getByLabel('Meeting passcode');
    await input.fill('zoom42');
    await input.press('Enter');
    await opened.waitFor('joined');
    expect(opened.standIn.count('info')).toBe(2);
    // The signature was valid, so there is no reason to request another one.
    expect(opened.signatureTimes).toHaveLength(1);
  });

  it('3008 waits for the host, and joins without a second join()', async ({ open }) => {
    const opened = await open();
    opened.standIn.meeting.hostPresent = false;
    await opened.mount();
    await opened.waitFor('waiting-for-host');
    await opened.page.evaluate(() => {
      const client = harness.meeting.current!.client!;
      const join = client.join.bind(client);
      client.join = (options) => {
        harness.events.push({ name: 'join()', payload: undefined });
        return join(options);
      };
    });
    opened.standIn.hostArrives();
    await opened.waitFor('joined', 60_000);
    expect(await opened.page.evaluate(() => harness.events.some(({ name }) => name === 'join()'))).toBe(
      false,
    );
    expect(await opened.statuses()).toEqual(['preparing', 'joining', 'waiting-for-host', 'joined']);
    expect((await opened.calls()).joined).toBe(1);
  });

  it('3008 followed by cancel(): the SDK stops asking', async ({ open }) => {
    const opened = await open();
    opened.standIn.meeting.hostPresent = false;
    await opened.mount();
    await opened.waitFor('waiting-for-host');
    await opened.page.getByRole('button', { name: 'Cancel' }).click();
    await opened.waitFor('ended');
    await opened.page.waitForTimeout(2000);
    const asked = opened.standIn.count('info');
    opened.standIn.hostArrives();
    await opened.page.waitForTimeout(15_000);
    expect(opened.standIn.count('info')).toBe(asked);
    expect(opened.standIn.openSockets).toBe(0);
  });

  it('a waiting room is reported as such, and the user joins when admitted', async ({ open }) => {
    const opened = await open();
    opened.standIn.meeting.waitingRoom = true;
    await opened.mount();
    await opened.waitFor('waiting-room');
    expect((await opened.calls()).joined).toBe(0);
    opened.standIn.admit();
    await opened.waitFor('joined');
    expect((await opened.calls()).joined).toBe(1);
  });

  it('a join that never settles fails after joinTimeout, and the page can join again', async ({ open }) => {
    const opened = await open();
    opened.standIn.next({ info: 'never-settles' });
    await opened.mount({ joinTimeout: 6000 });
    await opened.waitFor('failed');
    expect(await lastError(opened)).toMatchObject({ code: 'JOIN_TIMEOUT', attempts: 1 });
    await opened.page.getByRole('button', { name: 'Try again' }).click();
    await opened.waitFor('joined');
    expect(opened.standIn.openSockets).toBe(1);
  });

  it('an interrupted join that connects anyway is reported as joined', async ({ open }) => {
    const opened = await open();
    opened.standIn.next({ socket: 'close-before-ready' });
    await opened.mount();
    await opened.waitFor('joined');
    expect((await opened.calls()).joined).toBe(1);
  });
});
