import { describe, expect, test } from 'vitest';
import {
  createMeetingSignature,
  SignatureInputError,
  type MeetingSignatureOptions,
} from '../../../src/server/index';
import { verifyByHand } from './sign-by-hand';

const clock = 1_732_450_000;
const valid: MeetingSignatureOptions = {
  sdkKey: 'an-sdk-key',
  sdkSecret: 'a-very-secret-secret',
  meetingNumber: '1234567890',
  role: 0,
  now: () => clock * 1000 + 999,
};

async function claimsOf(change: Partial<MeetingSignatureOptions> = {}) {
  const options = { ...valid, ...change };
  return verifyByHand(await createMeetingSignature(options), options.sdkSecret);
}

describe('createMeetingSignature', () => {
  test('signs exactly the claims that Zoom reads', async () => {
    const signature = await createMeetingSignature(valid);
    expect(JSON.parse(Buffer.from(signature.split('.')[0] ?? '', 'base64url').toString())).toEqual({
      alg: 'HS256',
      typ: 'JWT',
    });
    expect(verifyByHand(signature, valid.sdkSecret)).toEqual({
      appKey: 'an-sdk-key',
      mn: '1234567890',
      role: 0,
      iat: clock - 30,
      exp: clock - 30 + 7200,
      tokenExp: clock - 30 + 7200,
    });
  });

  test.each(['123 4567 890', '123-4567-890', ' 1234567890\u00a0', 1234567890])(
    'accepts the meeting number %j',
    async (meetingNumber) => {
      expect(await claimsOf({ meetingNumber })).toMatchObject({ mn: '1234567890' });
    },
  );

  test.each([0, 1] as const)('accepts videoWebRtcMode %d', async (videoWebRtcMode) => {
    expect(await claimsOf({ videoWebRtcMode })).toMatchObject({ video_webrtc_mode: videoWebRtcMode });
  });

  test('uses the clock of this machine by default', async () => {
    const before = Math.floor(Date.now() / 1000) - 30;
    const { iat } = await claimsOf({ now: undefined });
    expect(Number(iat) - before).toBeGreaterThanOrEqual(0);
    expect(Number(iat) - before).toBeLessThan(10);
  });
});

describe('invalid input', () => {
  test.each<[string, object]>([
    ['meetingNumber', { meetingNumber: '' }],
    ['meetingNumber', { meetingNumber: '123456789a' }],
    ['meetingNumber', { meetingNumber: '12345678' }],
    ['meetingNumber', { meetingNumber: '123456789012' }],
    ['meetingNumber', { meetingNumber: 12345678 }],
    ['meetingNumber', { meetingNumber: ['1234567890'] }],
    ['meetingNumber', { meetingNumber: -1234567890 }],
    ['meetingNumber', { meetingNumber: 12345678.5 }],
    ['meetingNumber', { meetingNumber: 1e17 }],
    ['meetingNumber', { meetingNumber: null }],
    ['role', { role: '0' }],
    ['role', { role: 2 }],
    ['role', { role: undefined }],
    ['expirationSeconds', { expirationSeconds: 1799 }],
    ['expirationSeconds', { expirationSeconds: 172_801 }],
    ['expirationSeconds', { expirationSeconds: 1800.5 }],
    ['expirationSeconds', { expirationSeconds: NaN }],
    ['expirationSeconds', { expirationSeconds: '7200' }],
    ['videoWebRtcMode', { videoWebRtcMode: 2 }],
    ['now', { now: () => NaN }],
    ['now', { now: () => clock }],
    ['now', { now: () => new Date(clock * 1000) }],
    ['sdkKey', { sdkKey: '' }],
    ['sdkKey', { sdkKey: undefined }],
    ['sdkSecret', { sdkSecret: 'secret\n' }],
    ['sdkSecret', { sdkSecret: undefined }],
  ])('rejects an invalid %s: %j', async (property, change) => {
    const error: unknown = await createMeetingSignature({ ...valid, ...change }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(SignatureInputError);
    expect((error as SignatureInputError).errors).toMatchObject([{ property }]);
    expect((error as Error).message).toContain(`${property} must `);
  });

  test('rejects with all invalid fields at once, and never with a value', async () => {
    const bad = { ...valid, sdkSecret: ' my-secret ', meetingNumber: 'my-meeting', role: 7 as 0 };
    const error = await createMeetingSignature(bad).catch((reason: unknown) => reason as SignatureInputError);
    const { errors, message } = error as SignatureInputError;
    expect(errors.map(({ property }) => property)).toEqual(['sdkSecret', 'meetingNumber', 'role']);
    expect(JSON.stringify([errors, message])).not.toMatch(/my-|7/);
  });
});
