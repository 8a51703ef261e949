import { describe, expect, test, vi } from 'vitest';
import { createSignatureFetcher, inspectSignature, type ZoomCredentials } from 'react-zoom-meeting';
import { createSignatureHandler, toNodeHandler } from 'react-zoom-meeting/server';
import { readCredentials } from '../../../src/signature/read-credentials';
import { officialSample } from './official-sample';
import { serve } from './serve';
import { keys } from './signature-endpoint';
import { verifyByHand } from './sign-by-hand';

const ours = toNodeHandler(
  createSignatureHandler({ ...keys, authorize: () => true, maxExpirationSeconds: 172_800 }),
);
const endpoints = { ours, official: officialSample };

/** In the format of the official web sample. */
async function askAsTheSample(endpoint: keyof typeof endpoints, content: object) {
  const response = await fetch(await serve(endpoints[endpoint]), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(content),
  });
  const body = (await response.json()) as {
    signature?: string;
    sdkKey?: string;
    errors?: { property: string; reason: string }[];
  };
  return { status: response.status, type: response.headers.get('content-type')?.split(';')[0], body };
}

describe("the official sample's request", () => {
  test.each([
    { meetingNumber: '1234567890', role: 0 },
    { meetingNumber: 1234567890, role: 1 },
    { meetingNumber: '1234567890', role: '1' },
    { meetingNumber: '1234567890', role: 0, expirationSeconds: 1800 },
    { meetingNumber: '1234567890', role: 0, expirationSeconds: '172800' },
    { meetingNumber: '1234567890', role: 0, videoWebRtcMode: 1 },
    { meetingNumber: '1234567890', role: 1, expirationSeconds: 3600, videoWebRtcMode: '0' },
    { meetingNumber: '1234567890', role: 0, userName: 'is not read' },
  ])('gets the same answer for %j as from the sample', async (content) => {
    const answers = [
      await askAsTheSample('ours', content),
      await askAsTheSample('official', content),
    ] as const;
    const [mine, theirs] = answers.map(({ status, type, body: { signature = '', ...rest } }) => {
      const { iat, exp, tokenExp, mn, sdkKey: _, ...claims } = verifyByHand(signature, keys.sdkSecret);
      const lifetimes = [Number(exp) - Number(iat), Number(tokenExp) - Number(iat)];
      // The sample passes the number on unchanged, but Zoom requires a string. The `sdkKey` claim is the
      // deprecated `appKey`.
      return { status, type, rest, claims, lifetimes, mn: String(mn) };
    });
    expect(mine).toEqual(theirs);
    expect(mine?.status).toBe(200);
    expect(inspectSignature(answers[0].body.signature ?? '').findings).toEqual([]);
  });

  test.each([
    { meetingNumber: '1234567890', role: 2 },
    { meetingNumber: '1234567890', role: 'host' },
    { meetingNumber: '1234567890', role: null },
    { meetingNumber: '1234567890', role: 0, expirationSeconds: 1799 },
    { meetingNumber: '1234567890', role: 0, expirationSeconds: 'long' },
    { meetingNumber: '1234567890', role: 0, videoWebRtcMode: 2 },
    { meetingNumber: '1234567890', role: 5, expirationSeconds: 1 },
  ])('is rejected by our handler and by the sample: %j', async (content) => {
    const [mine, theirs] = [await askAsTheSample('ours', content), await askAsTheSample('official', content)];
    const shapeOf = ({ status, type, body }: typeof mine) => ({
      status,
      type,
      keys: Object.keys(body),
      errors: body.errors?.map(({ property, reason }) => [property, typeof reason]),
    });
    expect(shapeOf(mine)).toEqual(shapeOf(theirs));
    expect(mine.status).toBe(400);
  });
});

describe('createSignatureFetcher', () => {
  const request = {
    meetingNumber: '1234567890',
    role: 0 as const,
    attempt: 1,
    reason: 'initial' as const,
    hasTk: false,
    signal: new AbortController().signal,
  };

  test.each(['official', 'ours'] as const)('gets a signature from this endpoint: %s', async (name) => {
    const answer = (await createSignatureFetcher(await serve(endpoints[name]))(request)) as ZoomCredentials;
    const { credentials } = await readCredentials(answer, request);
    expect(verifyByHand(credentials.signature, keys.sdkSecret)).toMatchObject({ mn: '1234567890', role: 0 });
  });

  test.each(['official', 'ours'] as const)('does not retry a 400 of this endpoint: %s', async (name) => {
    const fetchSignature = createSignatureFetcher(await serve(endpoints[name]));
    await expect(fetchSignature({ ...request, role: 7 as 0 })).rejects.toMatchObject({
      code: 'SIGNATURE_REJECTED',
      reason: 'The signature endpoint returned 400.',
    });
  });

  test("needs only what the sample's CORS allows for a cross-origin request", async () => {
    const base = await serve(officialSample);
    const fetched = vi.spyOn(globalThis, 'fetch');
    await createSignatureFetcher(base)(request);
    const init = fetched.mock.calls[0]?.[1];
    fetched.mockRestore();
    // A browser accepts `Access-Control-Allow-Origin: *` only for requests without cookies.
    expect(init?.credentials).toBe('same-origin');
    expect([...new Headers(init?.headers).keys()]).toEqual(['content-type']);
  });
});
