import { describe, expect, it, vi } from 'vitest';
import { callSdkJoin } from '../../../src/session/sdk-join';
import type { SessionPage } from '../../../src/session/session-page';
import { createFakeSignature } from '../../../src/testing';

/** A join on an SDK with a given answer. */
function joinOn({
  answer = async () => {},
  requirements = { audio: true, video: true },
  hasClient = true,
  role,
  signature = createFakeSignature({ mn: '123456789' }),
}: {
  answer?: () => Promise<void>;
  requirements?: { audio: boolean; video: boolean };
  hasClient?: boolean;
  role?: 0 | 1 | undefined;
  signature?: string;
} = {}) {
  const join = vi.fn(answer);
  const client = { checkSystemRequirements: () => requirements };
  const page = { client: () => (hasClient ? client : undefined), join } as unknown as SessionPage;
  const refusedSignatures: string[] = [];
  const joined = callSdkJoin({
    page,
    now: Date.now,
    meetingNumber: '123456789',
    options: {
      meetingNumber: '123 456 789',
      userName: 'Ada',
      role,
      fetchSignature: async () => signature,
    },
    credentials: { signature },
    changes: {},
    refusedSignatures,
    usedObfTokens: new Set(),
    secrets: new Set(),
  });
  return { joined, join, signature, refusedSignatures };
}

const refuse = (errorCode: number) => () =>
  Promise.reject({ type: 'JOIN_MEETING_FAILED', reason: 'no', errorCode });

/** The ids of the findings about the signature when Zoom refuses it. */
async function findingsOf(errorCode: number, claims: { role: number }, role?: 0 | 1) {
  const signature = createFakeSignature({ mn: '123456789', ...claims });
  const { joined } = joinOn({ answer: refuse(errorCode), signature, role });
  const error = await joined.catch((thrown: { findings: readonly { id: string }[] }) => thrown);
  return error!.findings.map(({ id }) => id);
}

describe('callSdkJoin', () => {
  it('joins with the digits, the signature and the details', async () => {
    const { joined, join, signature } = joinOn();
    await joined;
    expect(join).toHaveBeenCalledWith({ meetingNumber: '123456789', userName: 'Ada', signature });
  });

  it('reports that the SDK has no client', async () => {
    const { joined, join } = joinOn({ hasClient: false });
    await expect(joined).rejects.toMatchObject({ code: 'UNKNOWN', reason: 'The SDK has no client.' });
    expect(join).not.toHaveBeenCalled();
  });

  it.each([
    { audio: true, video: false },
    { audio: false, video: true },
  ])('joins with %o', async (requirements) => {
    const { joined, join } = joinOn({ requirements });
    await joined;
    expect(join).toHaveBeenCalledTimes(1);
  });

  it('does not join without audio and video', async () => {
    const { joined, join } = joinOn({ requirements: { audio: false, video: false } });
    await expect(joined).rejects.toMatchObject({ code: 'UNSUPPORTED_BROWSER' });
    expect(join).not.toHaveBeenCalled();
  });

  it('reports a wrong key pair only when Zoom refuses a signature that breaks no rule', async () => {
    expect(await findingsOf(3712, { role: 0 })).toEqual(['secret-or-key']);
    expect(await findingsOf(3705, { role: 0 })).toEqual([]);
  });

  it('compares the signature with the requested role, 0 by default', async () => {
    expect(await findingsOf(3705, { role: 1 }, 1)).toEqual([]);
    expect(await findingsOf(3705, { role: 0 }, 1)).toEqual(['role-mismatch']);
    expect(await findingsOf(3705, { role: 1 })).toEqual(['role-mismatch']);
  });

  it('stores the signature that Zoom refused', async () => {
    const { joined, signature, refusedSignatures } = joinOn({ answer: refuse(3712) });
    await expect(joined).rejects.toMatchObject({ code: 3712 });
    expect(refusedSignatures).toEqual([signature]);
  });

  it('reports nothing about the signature when something else failed', async () => {
    const { joined, refusedSignatures } = joinOn({ answer: refuse(-3000), signature: 'no JWT' });
    await expect(joined).rejects.toMatchObject({ code: -3000, findings: [] });
    expect(refusedSignatures).toEqual([]);
  });
});
