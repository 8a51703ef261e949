import { decodeJwt } from 'jose';
import { http, type HttpHandler, type WebSocketHandler } from 'msw';
import { setupWorker, type SetupWorker } from 'msw/browser';
import { demoKeys } from '../../examples/demo/demo-keys';
import { createSignatureHandler } from '../../src/server/create-signature-handler';
import { standInHandlers } from '../../tests/stand-in/msw';
import { issuingAhead, javaRounded, nowForIat } from '../../tests/stand-in/signer-clock';
import { createStandIn, type StandIn } from '../../tests/stand-in/stand-in';

/** Signers by what is wrong with their clock: their current time, in ms since the epoch. */
const signerClocks = {
  right: () => Date.now(),
  'ahead-8': issuingAhead(8000),
  'ahead-20': issuingAhead(20_000),
  'ahead-45': issuingAhead(45_000),
  float: () => nowForIat(javaRounded(Date.now() / 1000)),
};
export type Signer = keyof typeof signerClocks;

/** An answer of the signature endpoint or of the stand-in for Zoom. */
export type ZoomAnswer =
  /** How far `iat` is ahead, in seconds. Negative if it is in the past. */
  { what: 'signature'; ahead: number } | { what: 'join'; attempt: number; outcome: string };

/** The worker file is beside the page, so its scope is right on any path. */
async function startWorker(): Promise<SetupWorker> {
  const worker = setupWorker();
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: './mockServiceWorker.js' },
  });
  return worker;
}

let isUsed = false;

/**
 * Puts a new stand-in for Zoom and a signature endpoint, `/api/zoom/signature`, between this page and the network.
 * The second time, it reloads the page instead: each of the SDK's joins takes three of the page's sixteen WebGL
 * contexts, and after a waiting room the SDK keeps showing it in the next meeting (observed with 6.2.0).
 * Rejects where service workers are unavailable: on plain http they work only on localhost.
 */
export async function openStandIn(
  signer: Signer,
  prepare: (standIn: StandIn) => void = () => {},
  onAnswer: (answer: ZoomAnswer) => void = () => {},
): Promise<StandIn> {
  if (isUsed) {
    location.reload();
    return new Promise(() => {});
  }
  isUsed = true;
  const started = await startWorker();
  const standIn = createStandIn(demoKeys);
  prepare(standIn);
  started.resetHandlers(...handlers(standIn, signer, onAnswer));
  return standIn;
}

function handlers(
  standIn: StandIn,
  signer: Signer,
  onAnswer: (answer: ZoomAnswer) => void,
): (HttpHandler | WebSocketHandler)[] {
  const sign = createSignatureHandler({ ...demoKeys, now: signerClocks[signer], authorize: () => true });
  let seen = 0;
  return [
    http.post('/api/zoom/signature', async ({ request }) => {
      const response = await sign(request);
      const { signature } = (await response.clone().json()) as { signature?: string };
      const { iat } = signature ? decodeJwt(signature) : {};
      if (iat !== undefined) onAnswer({ what: 'signature', ahead: iat - Date.now() / 1000 });
      return response;
    }),
    ...standInHandlers({
      ...standIn,
      async http(request) {
        const answer = await standIn.http(request);
        const joins = standIn.log.filter(({ what }) => what === 'info');
        for (; seen < joins.length; seen += 1) {
          onAnswer({ what: 'join', attempt: seen + 1, outcome: joins[seen]?.outcome ?? '' });
        }
        return answer;
      },
    }),
  ];
}
