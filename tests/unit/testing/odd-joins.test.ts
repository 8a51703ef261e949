import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { joinOptions, openClient } from './open-client';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const own = expect.objectContaining({ displayName: 'Ada', userId: 16_778_240 });

describe('joins with unusual outcomes', () => {
  test('hang: does not settle, even when left, until the next join settles it as well', async () => {
    const { fake, client, seen, join } = await openClient({ joins: ['hang', 'ok'] });
    join();
    await later(600_000);
    void client.leaveMeeting();
    await later(540);
    expect(seen).toEqual([]);
    expect(fake.state).toBe('joining');
    join();
    await later(300);
    expect(fake.state).toBe('joined');
    expect(seen.slice(2)).toEqual([
      ['resolved', ''],
      ['resolved', ''],
    ]);
  });

  test('left before Zoom has answered: continues, and is refused or connects anyway', async () => {
    const { fake, client, seen, join } = await openClient({ joins: [3712, 'ok'] });
    for (const answer of [
      ['rejected', expect.objectContaining({ errorCode: 3712 })],
      ['resolved', ''],
    ]) {
      join();
      await later(100);
      void client.leaveMeeting();
      await later(540);
      expect(seen.at(-1)).toEqual(answer);
    }
    expect(fake.state).toBe('joined');
  });

  test('left after Zoom has answered: emits Closed and rejects', async () => {
    const { fake, client, seen, join } = await openClient();
    join();
    await later(200);
    void client.leaveMeeting();
    await later(540);
    expect(seen).toEqual([
      { state: 'Closed' },
      ['rejected', { type: 'OPERATION_CANCELLED', reason: 'LEAVING_MEETING', errorCode: 3 }],
    ]);
    expect(fake.state).toBe('idle');
  });

  test('connected-only: emits Connected but never settles', async () => {
    const { fake, client, seen, join } = await openClient({ joins: ['connected-only'] });
    join();
    await later(600_000);
    expect(seen).toEqual([{ state: 'Connected' }]);
    expect(fake.state).toBe('joined');
    expect(client.getCurrentMeetingInfo().isInMeeting).toBe(true);
    expect(client.getCurrentUser()).toBeNull();
    expect(client.getAttendeeslist()).toEqual([]);
  });

  test('cancelled-then-connected: rejects but connects anyway', async () => {
    const { fake, seen, join } = await openClient({ joins: ['cancelled-then-connected'] });
    join();
    await later(300);
    expect(seen).toHaveLength(2);
    expect(seen).toEqual(
      expect.arrayContaining([
        ['rejected', { type: 'OPERATION_CANCELLED', reason: 'RECONNECTING_MEETING', errorCode: 3 }],
        { state: 'Reconnecting', reason: 'failover' },
      ]),
    );
    await later(1000);
    expect(seen.slice(2)).toEqual([{ state: 'Connected' }, ['user-added', [own]]]);
    expect(fake.state).toBe('joined');
  });

  test('waiting room: resolves outside the meeting, and admission changes the row', async () => {
    const { fake, client, seen, join } = await openClient({ joins: ['waiting-room'] });
    fake.addParticipant({ displayName: 'Bob' });
    join();
    await later(300);
    expect(seen[0]).toEqual({ state: 'Connected' });
    expect(seen.at(-1)).toEqual(['resolved', '']);
    expect(client.getCurrentMeetingInfo().isInMeeting).toBe(false);
    expect(client.getAttendeeslist()).toEqual([]);
    expect(client.getCurrentUser()).toMatchObject({ displayName: 'Ada', bHold: true });
    seen.length = 0;
    fake.admit();
    await later(0);
    const { userId } = client.getCurrentUser() ?? {};
    expect(seen).toEqual([
      ['user-updated', [{ userId, bHold: false }]],
      ['user-added', [expect.objectContaining({ displayName: 'Bob' })]],
    ]);
    expect(client.getCurrentMeetingInfo().isInMeeting).toBe(true);
    expect(client.getAttendeeslist()).toHaveLength(2);
  });

  test('3008: rejects, and joins automatically when the host arrives', async () => {
    const errorCode = 3008;
    const { fake, seen, join } = await openClient({ joins: [errorCode] });
    join();
    await later(300);
    expect(seen.at(-1)).toEqual([
      'rejected',
      { type: 'JOIN_MEETING_FAILED', reason: 'Meeting has not started', errorCode },
    ]);
    expect(fake.state).toBe('waiting-for-host');
    seen.length = 0;
    fake.hostArrives();
    await later(0);
    expect(seen).toEqual([{ state: 'Connected' }, ['user-added', [own]]]);
    expect(fake.state).toBe('joined');
    expect(fake.joinCalls).toHaveLength(1);
  });

  test('admitted before the user’s own row arrives: the row is in the meeting, and the others are added once', async () => {
    const { fake, seen, join } = await openClient({ joins: ['waiting-room'] });
    fake.addParticipant({ displayName: 'Bob' });
    join();
    await later(285);
    fake.admit();
    await later(100);
    expect(seen).toEqual([
      { state: 'Connected' },
      ['user-added', [expect.objectContaining({ displayName: 'Ada', bHold: false })]],
      ['user-added', [expect.objectContaining({ displayName: 'Bob' })]],
      ['resolved', ''],
    ]);
  });

  test('the same options twice: counts as two joins', async () => {
    const { fake, client } = await openClient();
    const options = joinOptions();
    void client.join(options);
    await later(100);
    const second = vi.fn();
    void client.join(options).then(second);
    await later(205);
    expect(second).not.toHaveBeenCalled();
    await later(100);
    expect(second).toHaveBeenCalled();
    expect(fake.state).toBe('joined');
  });

  test('over while its signature is verified: does not affect the next join', async () => {
    const verdicts: ((code: number) => void)[] = [];
    const verify = () => new Promise<number | undefined>((resolve) => verdicts.push(resolve));
    const { fake, seen, join } = await openClient({ verify });
    join();
    await later(200);
    fake.end();
    join();
    await later(10);
    verdicts[0]?.(3712);
    await later(500);
    expect(fake.state).toBe('joining');
    expect(seen).toHaveLength(2);
  });
});
