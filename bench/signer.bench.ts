import jsrsasign from 'jsrsasign';
import { test } from 'vitest';
import { createMeetingSignature, createSignatureHandler } from '../dist/server.js';
import { compare } from './row';

const rounds = 9;
const roundMilliseconds = 500;
const inFlight = 16;

const keys = { sdkKey: 'a-key-of-22-characters', sdkSecret: 'a-secret-of-32-characters-at-all' };

/** Signs like Zoom's official sample. */
function signWithJsrsasign(meetingNumber: string, role: number): string {
  const iat = Math.floor(Date.now() / 1000) - 30;
  const exp = iat + 7200;
  const claims = { appKey: keys.sdkKey, mn: meetingNumber, role, iat, exp, tokenExp: exp };
  // The types require the first argument, which the sample omits.
  const { sign } = jsrsasign.KJUR.jws.JWS as unknown as { sign: (...args: unknown[]) => string };
  return sign(null, { alg: 'HS256', typ: 'JWT' }, claims, keys.sdkSecret);
}

/** A minimal handler around the sample's library. */
async function minimalHandler(request: Request): Promise<Response> {
  const { meetingNumber, role } = (await request.json()) as { meetingNumber: string; role: number };
  return Response.json({ signature: signWithJsrsasign(meetingNumber, role), sdkKey: keys.sdkKey });
}

/** One complete request, from the `Request` to the body of the `Response`. */
const through = (handler: (request: Request) => Promise<Response>) => async () => {
  const request = new Request('https://app.example.com/api/zoom/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: '{"meetingNumber":"1234567890","role":0}',
  });
  const { signature } = (await (await handler(request)).json()) as { signature: string };
  if (signature.split('.').length !== 3) throw new Error('No signature.');
};

/** How many per second of processor time, so that other processes and a second core do not count. */
async function rateOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  let count = 0;
  const work = async () => {
    while (performance.now() - start < roundMilliseconds) {
      await run();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
  const { user, system } = process.cpuUsage(cpu);
  return (count * 1e6) / (user + system);
}

async function alternate(ours: () => Promise<unknown>, rival: () => Promise<unknown>) {
  const pairs = { ours: [] as number[], rival: [] as number[] };
  // The first round is a warm-up.
  for (let round = 0; round <= rounds; round += 1) {
    const rates = { ours: await rateOf(ours), rival: await rateOf(rival) };
    if (round === 0) continue;
    pairs.ours.push(rates.ours);
    pairs.rival.push(rates.rival);
  }
  return pairs;
}

const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')} a second`;

test('signer', async ({ task }) => {
  const handler = await alternate(
    through(createSignatureHandler({ ...keys, authorize: () => true })),
    through(minimalHandler),
  );
  const alone = await alternate(
    () => createMeetingSignature({ ...keys, meetingNumber: '1234567890', role: 0 }),
    async () => signWithJsrsasign('1234567890', 0),
  );
  task.meta.bench = [
    compare('signatures through the whole handler', handler, perSecond, { atLeast: 2 }),
    compare('signatures alone', alone, perSecond, { atLeast: 2 }),
  ];
});
