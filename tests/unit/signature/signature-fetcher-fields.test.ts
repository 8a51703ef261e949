import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSignatureFetcher } from '../../../src/signature/signature-fetcher';
import type { SignatureRequest } from '../../../src/signature/signature-fetcher';

afterEach(() => vi.unstubAllGlobals());

const request: SignatureRequest = {
  meetingNumber: '1234567890',
  role: 0,
  attempt: 1,
  reason: 'initial',
  hasTk: false,
  signal: new AbortController().signal,
};

/** The bodies of the requests. */
function endpoint(): unknown[] {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    bodies.push(JSON.parse(body));
    return Response.json({ signature: 'a.b.c' });
  });
  return bodies;
}

describe('the body of a request', () => {
  it('matches Zoom’s official sample when the app adds nothing', async () => {
    const bodies = endpoint();
    await createSignatureFetcher('/api')(request);
    expect(bodies).toEqual([{ meetingNumber: '1234567890', role: 0 }]);
  });

  it('says that the page has the registrant’s token', async () => {
    const bodies = endpoint();
    await createSignatureFetcher('/api')({ ...request, hasTk: true });
    expect(bodies).toEqual([{ meetingNumber: '1234567890', role: 0, hasTk: true }]);
  });

  it('has the fields of the app in a separate object', async () => {
    const bodies = endpoint();
    const fields = { invitationCode: 'x', role: 1, seats: [1, { row: null }] };
    await createSignatureFetcher('/api', { fields })(request);
    expect(bodies).toEqual([{ meetingNumber: '1234567890', role: 0, fields }]);
  });

  it('has the current fields when they are a function', async () => {
    const bodies = endpoint();
    let code = 1;
    const fetchSignature = createSignatureFetcher('/api', { fields: async () => ({ code: code++ }) });
    await fetchSignature(request);
    await fetchSignature(request);
    expect(bodies).toMatchObject([{ fields: { code: 1 } }, { fields: { code: 2 } }]);
  });
});

describe('a field that JSON cannot represent', () => {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;

  it.each<[string, unknown]>([
    ['a function', () => 'secret'],
    ['a date', new Date()],
    ['undefined', undefined],
    ['NaN', NaN],
    ['a bigint', 1n],
    ['a nested map', { list: [new Map()] }],
    ['a circular reference', circular],
  ])('is rejected by name before anything is sent: %s', async (_, value) => {
    const bodies = endpoint();
    const fetchSignature = createSignatureFetcher('/api', { fields: { fine: 1, code: value } });
    await expect(fetchSignature(request)).rejects.toMatchObject({
      code: 'INVALID_OPTIONS',
      reason: 'fields.code: must be a JSON value.',
    });
    expect(bodies).toEqual([]);
  });

  it.each([[[]], ['text'], [null]])('is rejected when it is %j instead of an object', async (fields) => {
    const bodies = endpoint();
    const fetchSignature = createSignatureFetcher('/api', { fields: fields as never });
    await expect(fetchSignature(request)).rejects.toMatchObject({
      code: 'INVALID_OPTIONS',
      reason: 'fields: must be a plain object.',
    });
    expect(bodies).toEqual([]);
  });
});

describe.each(['headers', 'fields'])('%s() that never answers', (name) => {
  const hangs = { [name]: () => new Promise<never>(() => {}) };

  it('counts for the time limit', async () => {
    const bodies = endpoint();
    await expect(createSignatureFetcher('/api', { ...hangs, timeout: 20 })(request)).rejects.toMatchObject({
      code: 'SIGNATURE_TIMEOUT',
    });
    expect(bodies).toEqual([]);
  });

  it('is not waited for when the request is aborted', async () => {
    const leave = new AbortController();
    const fetched = createSignatureFetcher('/api', hangs)({ ...request, signal: leave.signal });
    leave.abort();
    await expect(fetched).rejects.toMatchObject({ name: 'AbortError' });
  });
});
