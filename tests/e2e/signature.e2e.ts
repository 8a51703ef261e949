import { describe, expect } from 'vitest';
import { createMeetingSignature } from '../../src/server';
import { issuingAhead, javaRounded, nowForIat } from '../stand-in/signer-clock';
import { createStandIn } from '../stand-in/stand-in';
import { it, type Opened, reactVersion, sdkKey, sdkSecret, signer, useBrowser, type Signer } from './harness';

useBrowser();

const issuedAt = (aheadMs: number) => signer({ now: issuingAhead(aheadMs) });
const late = (ms: number) => signer({ now: () => Date.now() - ms });

/** When the last `wc/info` arrived, and how many there were. */
const infos = ({ standIn }: Opened) => standIn.log.filter(({ what }) => what === 'info');

async function failure(opened: Opened) {
  await opened.waitFor('failed');
  return (await opened.calls()).errors[0]!;
}

describe.concurrent(`signatures, on React ${reactVersion}`, () => {
  it.for([20, 45])(
    'recovers from a signer that is %i s ahead with 2 joins, as soon as the signature is valid',
    async (ahead, { open }) => {
      const opened = await open({ signature: issuedAt(ahead * 1000) });
      await opened.mount();
      await opened.waitFor('joined', 90_000);
      const [first, second, ...more] = infos(opened);
      expect(more).toEqual([]);
      expect(first?.outcome).toContain('Invalid signature');
      expect(second?.outcome).toBe('ok');
      // The first signature becomes valid first, this long after it was issued, and the join is scheduled for that
      // time.
      const valid = Math.floor((opened.signatureTimes[0]! + ahead * 1000) / 1000) * 1000;
      const planned = (await opened.states()).flatMap(({ state }) =>
        state.status === 'retrying' && state.holding ? state.nextAttemptAt : [],
      );
      expect(planned.at(-1)).toBeGreaterThanOrEqual(valid);
      // Half a second of margin, plus a second if the clock's second changed between the request and `iat`.
      expect(planned.at(-1)! - valid).toBeLessThanOrEqual(1500);
      expect(second!.at).toBeGreaterThanOrEqual(valid);
    },
  );

  it.for([
    [20, 30],
    [20, -30],
    [45, 30],
    [45, -30],
  ])('joins with a signer %i s ahead and a browser %i s off', async ([ahead, offset], { open }) => {
    const opened = await open({ signature: issuedAt(ahead! * 1000), clockOffset: offset! * 1000 });
    await opened.mount();
    await opened.waitFor('joined', 110_000);
    expect(infos(opened).length).toBeLessThanOrEqual(4);
  });

  it.for([1, 2, 3])('recovers from a signer that rounds to a float, case %i', async (seed, { open }) => {
    // Zoom's clock is set within the float's step, so that the rounding is ahead by the seed's amount.
    const aheadSeconds = [0, 8, 24, 40][seed]!;
    const step = Math.floor(Date.now() / 128_000) * 128;
    const zoomOffset = (step + 128 - aheadSeconds) * 1000 - Date.now();
    const clock = () => Date.now() + zoomOffset;
    const signature: Signer = async () => {
      const signed = await createMeetingSignature({
        sdkKey,
        sdkSecret,
        meetingNumber: '123456789',
        role: 0,
        now: () => nowForIat(javaRounded(clock() / 1000)),
      });
      return Response.json({ signature: signed, sdkKey });
    };
    const opened = await open({
      signature,
      clockOffset: zoomOffset,
      standIn: createStandIn({ sdkKey, sdkSecret, now: clock }),
    });
    await opened.mount();
    await opened.waitFor('joined', 90_000);
    expect(infos(opened).length).toBeLessThanOrEqual(3);
  });

  it('fetches a new signature for each retry after two scripted 3712 refusals', async ({ open }) => {
    // Each signature is another minute older, so that no two are the same.
    const opened = await open({
      signature: (request, count) => late(count * 60_000)(request, count),
    });
    opened.standIn.next({ info: 3712 }, { info: 3712 });
    await opened.mount();
    await opened.waitFor('joined');
    const joins = infos(opened);
    expect(joins.map(({ outcome }) => outcome.slice(0, 3))).toEqual(['200', '200', 'ok']);
    expect(opened.signatureTimes).toHaveLength(3);
    for (const index of [1, 2])
      expect(opened.signatureTimes[index]).toBeGreaterThanOrEqual(joins[index - 1]!.at);
    expect(new Set(joins.map(({ signature }) => signature)).size).toBe(3);
  });

  it('a wrong secret fails with an explanation after at most 4 joins and 15 s of waiting', async ({
    open,
  }) => {
    const opened = await open({ signature: signer({ secret: 'another-secret-of-at-least-32-bytes' }) });
    await opened.mount();
    const error = await failure(opened);
    const states = await opened.states();
    const waits = states.flatMap(({ at, state }, index) =>
      // A wait that the new signature extends counts once, from its start.
      state.status === 'retrying' && states[index + 1]?.state.status !== 'retrying'
        ? state.nextAttemptAt - at
        : [],
    );
    expect(waits.reduce((sum, wait) => sum + Math.max(0, wait), 0)).toBeLessThan(15_000);
    expect(infos(opened).length).toBeLessThanOrEqual(4);
    expect(error).toMatchObject({ code: 3712, class: 'config', attempts: infos(opened).length });
    expect(error.findings.map(({ id }) => id)).toEqual(['secret-or-key']);
    // The page is built for production, where details for developers are hidden from the users.
    await opened.page.getByRole('alert').waitFor();
    expect(await opened.page.getByText('For developers').count()).toBe(0);
  });

  it('joins at once with one new signature after 3705', async ({ open }) => {
    const opened = await open({
      signature: (request, count) => (count === 1 ? late(3 * 3600_000) : signer())(request, count),
    });
    await opened.mount();
    await opened.waitFor('joined');
    expect(opened.signatureTimes).toHaveLength(2);
    const [, second, ...more] = infos(opened);
    expect(more).toEqual([]);
    expect(second!.outcome).toBe('ok');
    // At once, without a backoff.
    for (const { at, state } of await opened.states())
      if (state.status === 'retrying') expect(state.nextAttemptAt).toBeLessThanOrEqual(at);
  });

  it('fails after one new signature when Zoom always answers 3705', async ({ open }) => {
    const opened = await open({ signature: late(3 * 3600_000) });
    await opened.mount();
    expect(await failure(opened)).toMatchObject({ code: 3705, attempts: 2 });
  });
});

describe.concurrent(`broken signature endpoints, on React ${reactVersion}`, () => {
  const text =
    (body: string, init?: ResponseInit): Signer =>
    () =>
      new Response(body, init);
  const quoted: Signer = async (request, count) => {
    const { signature } = (await (await signer()(request, count)).json()) as { signature: string };
    return Response.json({ signature: `"${signature}"` });
  };
  it.for<[name: string, signature: Signer, code: string, requests: number]>([
    ['500', text('oops', { status: 500 }), 'SIGNATURE_FETCH_FAILED', 3],
    ['401', text('', { status: 401 }), 'SIGNATURE_UNAUTHORIZED', 1],
    ['hangs', () => new Promise<Response>(() => {}), 'SIGNATURE_TIMEOUT', 1],
    ['HTML with 200', text('<!doctype html><p>hello'), 'SIGNATURE_MALFORMED', 1],
    ['an empty string', text(''), 'SIGNATURE_MALFORMED', 1],
    ['a quoted JWT', quoted, 'SIGNATURE_MALFORMED', 1],
  ])('%s', async ([, signature, code, requests], { open }) => {
    const opened = await open({ signature });
    await opened.mount();
    const error = await failure(opened);
    expect(error).toMatchObject({ code, attempts: 0 });
    expect(error.reason).not.toBe('');
    expect(JSON.stringify(error)).not.toMatch(/eyJ/);
    expect(opened.signatureTimes).toHaveLength(requests);
    expect(opened.standIn.count('info')).toBe(0);
    expect(await opened.page.evaluate(() => harness.queryCache())).toBe('[]');
  });

  it('recovers from a temporary 500', async ({ open }) => {
    const opened = await open({
      signature: (request, count) =>
        count === 1 ? new Response('', { status: 503 }) : signer()(request, count),
    });
    await opened.mount();
    await opened.waitFor('joined');
    expect(await opened.page.evaluate(() => harness.queryCache())).toBe('[]');
  });
});
