// How many signatures a second the signer makes, next to a minimal handler that signs as Zoom's official sample does,
// with jsrsasign. A whole request each, from the Request to the body of the Response. All take turns, so that a busy
// machine slows down all of them. The handler that signs nothing shows what Request and Response cost by themselves.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import jsrsasign from 'jsrsasign';

const rounds = 9;
const roundMilliseconds = 500;
const inFlight = 16;

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../src/server/index.ts', import.meta.url))],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
});
const { createMeetingSignature, createSignatureHandler } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const keys = { sdkKey: 'a-key-of-22-characters', sdkSecret: 'a-secret-of-32-characters-at-all' };

function signWithJsrsasign(meetingNumber, role) {
  const iat = Math.floor(Date.now() / 1000) - 30;
  const exp = iat + 7200;
  const claims = { appKey: keys.sdkKey, mn: meetingNumber, role, iat, exp, tokenExp: exp };
  return jsrsasign.KJUR.jws.JWS.sign(null, { alg: 'HS256', typ: 'JWT' }, claims, keys.sdkSecret);
}

/** A minimal handler around a function that signs. */
const minimal = (sign) => async (request) => {
  const { meetingNumber, role } = await request.json();
  return Response.json({ signature: sign(meetingNumber, role), sdkKey: keys.sdkKey });
};

/** One whole request. */
const through = (handler) => async () => {
  const request = new Request('https://app.example.com/api/zoom/signature', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: '{"meetingNumber":"1234567890","role":0}',
  });
  const { signature } = await (await handler(request)).json();
  if (signature.split('.').length !== 3) throw new Error('No signature.');
};

const contestants = {
  'handler: ours': through(createSignatureHandler({ ...keys, authorize: () => true })),
  'handler: jsrsasign': through(minimal(signWithJsrsasign)),
  'handler: no signing': through(minimal(() => 'header.claims.mac')),
  'signing: ours': () => createMeetingSignature({ ...keys, meetingNumber: '1234567890', role: 0 }),
  'signing: jsrsasign': async () => signWithJsrsasign('1234567890', 0),
};

/** How many a second of processor time, so that a second core, or a neighbour on this one, does not count. */
async function rateOf(run) {
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

const rates = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (const run of Object.values(contestants)) await rateOf(run);
for (let round = 0; round < rounds; round += 1) {
  for (const [name, run] of Object.entries(contestants)) rates[name].push(await rateOf(run));
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
/** The median of the rounds' ratios: the two of a round ran next to each other. */
const ratio = (a, b) => median(rates[a].map((rate, round) => rate / rates[b][round])).toFixed(1);

console.log(`Node ${process.version}, a second of one core, median of ${rounds} rounds`);
for (const [name, values] of Object.entries(rates)) {
  console.log(name.padEnd(20), `${Math.round(median(values))}/s`.padStart(10));
}
console.log(`the whole handler: ${ratio('handler: ours', 'handler: jsrsasign')} times the rate of jsrsasign`);
console.log(
  `at most possible:  ${ratio('handler: no signing', 'handler: jsrsasign')} times, by not signing at all`,
);
console.log(`signing alone:     ${ratio('signing: ours', 'signing: jsrsasign')} times`);
