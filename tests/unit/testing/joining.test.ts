import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeSignature } from '../../../src/testing';
import { joinOptions, openClient } from './open-client';

beforeEach(() => void vi.useFakeTimers({ now: 1_750_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const own = expect.objectContaining({ displayName: 'Ada', userId: 16_778_240 });

describe('a successful join', () => {
  test('emits Connected, then adds the user’s own row, then resolves', async () => {
    const { fake, client, seen, join } = await openClient();
    join();
    expect(fake.state).toBe('joining');
    await later(280);
    expect(seen).toEqual([{ state: 'Connected' }]);
    expect(client.getCurrentUser()).toBeNull();
    await later(20);
    expect(seen).toEqual([{ state: 'Connected' }, ['user-added', [own]], ['resolved', '']]);
    expect(fake.state).toBe('joined');
    expect(client.getCurrentUser()).toEqual(own);
    expect(client.getAttendeeslist()).toEqual([own]);
  });

  test('has the hard-coded name and id in the meeting info', async () => {
    const { client, join } = await openClient();
    expect(client.getCurrentMeetingInfo()).toEqual({ userName: '', userId: 0, isInMeeting: false });
    join();
    await later(300);
    expect(client.getCurrentMeetingInfo()).toEqual({ userName: '', userId: 0, isInMeeting: true });
  });

  test('can take longer the first time', async () => {
    const { seen, join } = await openClient({ joins: [3712, 'ok'], joinMs: 100, coldJoinMs: 1100 });
    join();
    await later(1099);
    expect(seen).toEqual([]);
    await later(1);
    expect(seen).toHaveLength(2);
    join();
    await later(100);
    expect(seen.at(-1)).toEqual(['resolved', '']);
  });

  test('is recorded', async () => {
    const { fake, join } = await openClient();
    const signature = createFakeSignature({ mn: '42' });
    join({ signature, meetingNumber: '42', zak: 'z' });
    expect(fake.joinCalls).toEqual([
      {
        at: 1_750_000_000_000,
        meetingNumber: '42',
        userName: 'Ada',
        signature,
        options: { signature, meetingNumber: '42', userName: 'Ada', zak: 'z' },
      },
    ]);
  });
});

describe('a refused join', () => {
  test.each([
    [3712, 'Signature is invalid.'],
    [3705, 'The signature has expired.'],
    [3004, 'Meeting Passcode wrong.'],
    [-3000, 'connection error'],
    [200, 'Fail to join the meeting.'],
  ])('%i: emits Fail, then rejects with a plain object', async (errorCode, reason) => {
    const { fake, seen, join } = await openClient({ joins: [errorCode] });
    join();
    await later(300);
    expect(seen).toEqual([
      { state: 'Fail', reason, errorCode },
      ['rejected', { type: 'JOIN_MEETING_FAILED', reason, errorCode }],
    ]);
    expect(fake.state).toBe('idle');
  });

  test('can have its own text and URL', async () => {
    const url = 'https://zoom.us/signin';
    const { seen, join } = await openClient({ joins: [{ errorCode: 3051, reason: 'Anmelden', url }] });
    join();
    await later(300);
    expect(seen.at(-1)).toEqual([
      'rejected',
      { type: 'JOIN_MEETING_FAILED', reason: 'Anmelden', errorCode: 3051, url },
    ]);
  });

  test('emits no event when the SDK itself refuses', async () => {
    const { seen, join } = await openClient({ joins: [5001, new Error('boom')] });
    join();
    await later(300);
    join();
    await later(300);
    expect(seen).toEqual([
      [
        'rejected',
        { type: 'INVALID_PARAMETERS', reason: 'dependent assets are not accessible', errorCode: 5001 },
      ],
      ['rejected', new Error('boom')],
    ]);
  });

  test('can resolve with the refusal', async () => {
    const { seen, join } = await openClient({ joins: [{ errorCode: 200, resolves: true }] });
    join();
    await later(300);
    expect(seen.at(-1)).toEqual(['resolved', expect.objectContaining({ errorCode: 200 })]);
  });

  test('follows the script in order, and repeats its last step', async () => {
    const { fake, seen, join } = await openClient({ joins: [3712, 3705] });
    for (let i = 0; i < 3; i += 1) {
      join();
      await later(300);
    }
    const codes = seen.filter(Array.isArray).map(([, error]) => (error as { errorCode: number }).errorCode);
    expect(codes).toEqual([3712, 3705, 3705]);
    fake.setJoins(['ok']);
    join();
    await later(300);
    expect(fake.state).toBe('joined');
    expect(fake.maxConcurrentJoins).toBe(1);
  });

  test('can be caused by an unsupported browser', async () => {
    const systemRequirements = { audio: true, video: false, screen: true };
    const { client } = await openClient({ systemRequirements });
    expect(client.checkSystemRequirements()).toEqual(systemRequirements);
    await expect(client.join(joinOptions())).rejects.toMatchObject({
      type: 'INVALID_OPERATION',
      errorCode: 5000,
    });
  });
});

describe('verify', () => {
  test('refuses a signature without using a step of the script', async () => {
    const now = 1_750_000_000;
    const { fake, seen, join } = await openClient({
      joins: ['waiting-room', 'ok'],
      verify: (signature) => {
        const { iat } = JSON.parse(atob(signature.split('.')[1] ?? '')) as { iat: number };
        return iat > Date.now() / 1000 ? 3712 : undefined;
      },
    });
    const signature = createFakeSignature({ iat: now + 20 });
    join({ signature });
    await later(300);
    expect(seen.at(-1)).toEqual(['rejected', expect.objectContaining({ errorCode: 3712 })]);
    await later(19_600);
    // It becomes valid before the fake asks Zoom, halfway through the join.
    join({ signature });
    await later(300);
    expect(fake.state).toBe('waiting-room');
  });

  test('can be slow, and rejects the join when it throws', async () => {
    const { seen, join } = await openClient({ verify: () => Promise.reject(new Error('no verifier')) });
    join();
    await later(300);
    expect(seen).toEqual([['rejected', new Error('no verifier')]]);
  });
});

describe('the checks of the SDK before it asks Zoom', () => {
  const claims = (value: string) => `a.${btoa(value)}.c`;

  test.each([
    ['no JWT structure', 'not-a-jwt', TypeError, "Cannot read properties of undefined (reading 'replace')"],
    ['invalid base64', 'a.%.c', DOMException, ''],
    ['invalid JSON', claims('nope'), SyntaxError, ''],
    ['no appKey', claims('{}'), Error, 'appKey can not empty in the signature'],
  ])('reject a signature with %s', async (_, signature, type, message) => {
    const { fake, client } = await openClient();
    const error = await client.join(joinOptions({ signature })).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(type);
    expect((error as Error).message).toContain(message);
    expect(fake.joinCalls).toHaveLength(1);
    expect(fake.state).toBe('idle');
  });

  test('reject a missing user name, and two credentials that exclude each other', async () => {
    const { client } = await openClient();
    await expect(client.join(joinOptions({ userName: '' }))).rejects.toThrow('userName cannot be empty');
    await expect(client.join(joinOptions({ zak: 'z', obfToken: 'o' }))).rejects.toThrow('mutually exclusive');
  });

  test('accept an older signature with sdkKey', async () => {
    const { fake, join } = await openClient();
    join({ signature: createFakeSignature({ appKey: undefined, sdkKey: 'k' }) });
    await later(300);
    expect(fake.state).toBe('joined');
  });
});

describe('two joins at the same time', () => {
  test('in one tick on a new client: the second one throws', async () => {
    const { fake, seen, join } = await openClient();
    join();
    join();
    await later(300);
    expect(seen[0]).toEqual(['rejected', expect.any(TypeError)]);
    expect(seen[0]).toEqual(['rejected', new TypeError('u is not a function')]);
    expect(seen.at(-1)).toEqual(['resolved', '']);
    expect(fake.maxConcurrentJoins).toBe(2);
  });

  test('before Zoom has answered: both settle with the step of the second one', async () => {
    const { fake, seen, join } = await openClient({ joins: [3712, 'ok'] });
    join();
    await later(100);
    join();
    await later(200);
    const refused = ['rejected', expect.objectContaining({ errorCode: 3712 })];
    expect(seen).toEqual([]);
    await later(100);
    expect(seen.slice(1)).toEqual([refused, refused]);
    expect(fake.maxConcurrentJoins).toBe(2);
  });

  test('after Zoom has answered, or while joined: rejects as a duplicate join', async () => {
    const { client, join } = await openClient();
    const duplicated = {
      type: 'INVALID_OPERATION',
      reason: 'Duplicated join operation',
      errorCode: 5012,
    };
    join();
    await later(200);
    await expect(client.join(joinOptions())).rejects.toEqual(duplicated);
    await later(100);
    await expect(client.join(joinOptions())).rejects.toEqual(duplicated);
  });
});
