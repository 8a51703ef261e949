import { expect, vi } from 'vitest';
import { gone, type Opened } from '../e2e/harness';

/** Mounts the meeting on the SDK version of the test. */
type Mount = () => Promise<void>;

/** What every tested version must do, by its column in docs/compatibility.md. */
export const scenarios: Record<string, (opened: Opened, mount: Mount) => Promise<void>> = {
  async join(opened, mount) {
    await mount();
    await opened.waitFor('joined');
    expect(await opened.statuses()).toEqual(['preparing', 'joining', 'joined']);
    expect(opened.standIn.count('info')).toBe(1);
    expect(await participants(opened)).toEqual(['Ada']);
  },

  async 'refused with 3712'(opened, mount) {
    opened.standIn.next({ info: 3712 }, { info: 3712 });
    await mount();
    await opened.waitFor('joined');
    expect(opened.standIn.count('info')).toBe(3);
    expect((await opened.calls()).retries).toBe(2);
  },

  async 'no host yet'(opened, mount) {
    opened.standIn.meeting.hostPresent = false;
    await mount();
    await opened.waitFor('waiting-for-host');
    opened.standIn.hostArrives();
    await opened.waitFor('joined');
    expect((await opened.calls()).joined).toBe(1);
  },

  async 'waiting room'(opened, mount) {
    opened.standIn.meeting.waitingRoom = true;
    await mount();
    await opened.waitFor('waiting-room');
    expect((await opened.calls()).joined).toBe(0);
    opened.standIn.admit();
    await opened.waitFor('joined');
  },

  async drop(opened, mount) {
    await mount();
    await opened.waitFor('joined');
    opened.standIn.dropSocket();
    await opened.waitFor('reconnecting');
    await opened.waitFor('joined');
    expect((await opened.calls()).joined).toBe(1);
  },

  async 'drop while joining'(opened, mount) {
    opened.standIn.next({ socket: 'close-before-ready' });
    await mount();
    await opened.waitFor('joined', 40_000);
    // Up to 5.1.4, the SDK continues a dropped join after a minute. Its client must be destroyed by then.
    await opened.page.waitForTimeout(65_000 - (Date.now() - opened.standIn.log[0]!.at));
    expect(opened.standIn.openSockets).toBe(1);
    expect(opened.standIn.count('info')).toBe(2);
    expect((await opened.calls()).joined).toBe(1);
  },

  async 'leave and rejoin'(opened, mount) {
    await mount();
    for (let joins = 1; joins <= 3; joins += 1) {
      await opened.waitFor('joined');
      expect((await opened.calls()).joined).toBe(joins);
      await opened.page.evaluate(() => harness.meeting.current!.leave());
      await gone(opened);
      await opened.page.evaluate(() => void harness.meeting.current!.join());
    }
    await opened.waitFor('joined');
  },

  async 'host ends'(opened, mount) {
    await mount();
    await opened.waitFor('joined');
    opened.standIn.end(8);
    await opened.waitFor('ended');
    expect((await opened.calls()).ended).toEqual(['ended by host']);
    await gone(opened);
    await opened.page.evaluate(() => void harness.meeting.current!.join());
    await opened.waitFor('joined');
    await vi.waitFor(() => expect(opened.standIn.openSockets).toBe(1));
  },
};

const participants = ({ page }: Opened) =>
  page.evaluate(() =>
    harness.meeting.current!.client!.getAttendeeslist().map(({ displayName }) => displayName),
  );
