import { ZoomMeetingError } from '../../src/errors/zoom-meeting-error';
import { initialModel, type SessionEvent } from '../../src/session/session-model';
import { transition } from '../../src/session/state-table';
import { explainRefusal } from '../../src/signature/explain-refusal';
import { readCredentials } from '../../src/signature/read-credentials';
import type { SimulatedSignature, SimulatedZoom } from './simulated-zoom';
import { meetingNumber } from './simulated-zoom';

/** The course of a simulated join. All times are in ms since the epoch, by Zoom's clock. */
export interface SimulatedJoin {
  outcome: 'joined' | 'failed';
  attempts: number;
  endedAt: number;
  /** Every signature that the client received, and when. */
  signatures: { iat: number; arrivedAt: number }[];
  /** When Zoom first refused it. */
  refusedAt?: number;
}

const fetcher = async () => '';

/**
 * Joins with the state table and the retry policy as they ship, like `session.ts` without a page. The SDK is
 * already loaded.
 * @param zoom The simulated Zoom.
 * @param browserAhead How far the browser's clock is ahead of Zoom's, in ms.
 * @param onEnd Called when the client has joined or failed.
 */
export async function joinAsShipped(
  zoom: SimulatedZoom,
  browserAhead: number,
  onEnd: (join: SimulatedJoin) => void,
): Promise<void> {
  const { queue } = zoom;
  let model = initialModel;
  let isIn = false;
  let deadlines = 0;
  let fetches = 0;
  const got = new Map<string, SimulatedSignature>();
  const refused: string[] = [];
  const signatures: SimulatedJoin['signatures'] = [];
  let refusedAt: number | undefined;

  async function dispatch(event: SessionEvent): Promise<void> {
    const before = model;
    const step = transition(model, event, {
      now: queue.now() + browserAhead,
      random: zoom.random(),
      presence: isIn ? 'in' : 'unknown',
      online: true,
      isRetained: true,
      isInLine: false,
      user: 'Ada',
      fetcher,
      joinTimeout: 60_000,
      retry: {},
    });
    model = step.model;
    setDeadline();
    if (before.signature.is === 'fetching' && model.signature.is !== 'fetching') fetches += 1;
    for (const effect of step.effects) {
      if (effect.type === 'load-sdk') queue.schedule(0, () => dispatch({ type: 'sdk-ready' }));
      else if (effect.type === 'fetch-signature') fetchSignature();
      else if (effect.type === 'join') join(effect.candidate.credentials.signature);
      else throw new Error(`The simulation has no ${effect.type}.`);
    }
    const { status } = model.state;
    if (before.state === model.state || (status !== 'joined' && status !== 'failed')) return;
    const end = { attempts: model.attempts, endedAt: queue.now(), signatures };
    onEnd({ outcome: status, ...end, ...(refusedAt !== undefined && { refusedAt }) });
  }

  function setDeadline() {
    const mine = (deadlines += 1);
    if (model.deadline === undefined) return;
    const wait = model.deadline - browserAhead - queue.now();
    queue.schedule(Math.max(0, wait), () =>
      mine === deadlines ? dispatch({ type: 'deadline' }) : undefined,
    );
  }

  function fetchSignature() {
    const mine = (fetches += 1);
    zoom.sign(async (signature) => {
      if (mine !== fetches) return;
      got.set(signature.jwt, signature);
      signatures.push({ iat: signature.iat, arrivedAt: queue.now() });
      const dated = await readCredentials(signature.jwt, { meetingNumber, role: 0 });
      const candidate = { ...dated, user: 'Ada', fetcher, isSingleUse: false };
      await dispatch({ type: 'signature-ready', candidate });
    });
  }

  function join(jwt: string) {
    const calledAt = queue.now() + browserAhead;
    zoom.join(got.get(jwt)!, async (code) => {
      if (code === undefined) {
        isIn = true;
        await dispatch({ type: 'connected' });
        return dispatch({ type: 'join-resolved' });
      }
      refusedAt ??= queue.now();
      await dispatch({ type: 'join-failed', error: await refusal(code, jwt, calledAt) });
    });
  }

  /** Includes the findings, as `sdk-join.ts` adds them. */
  async function refusal(code: number, jwt: string, now: number): Promise<ZoomMeetingError> {
    const error = new ZoomMeetingError(code, { attempts: model.attempts });
    if (error.class !== 'signature') return error;
    refused.push(jwt);
    const findings = await explainRefusal(refused, { meetingNumber, role: 0, now, refused: code === 3712 });
    return error.with({ findings });
  }

  await dispatch({ type: 'join' });
}
