import { ZoomMeetingError } from '../../../src/errors/zoom-meeting-error';
import type { RetryOptions } from '../../../src/retry/retry-policy';
import { transition } from '../../../src/session/machine';
import {
  initialModel,
  type SessionEffect,
  type SessionEvent,
  type SessionModel,
} from '../../../src/session/session-model';
import type { ConnectionChange } from '../../../src/sdk/zoom-sdk';
import type { ZoomErrorCode } from '../../../src/errors/error-codes';
import type { SignatureCandidate } from '../../../src/signature/signature-candidate';

/** When every play begins, in ms since the epoch; the tests speak of ms after it. */
const start = 1_760_000_000_000;

/** A signature whose `iat` is `iat` s after the beginning. */
export function signed(iat: number, name = `iat ${iat}`): SignatureCandidate {
  return {
    credentials: { signature: name },
    role: 0,
    notBefore: start + iat * 1000,
    expiresAt: start + (iat + 7200) * 1000,
  };
}

export const error = (...args: ConstructorParameters<typeof ZoomMeetingError>) =>
  new ZoomMeetingError(...args);

export const refused = (code: ConstructorParameters<typeof ZoomMeetingError>[0] = 3712): SessionEvent => ({
  type: 'join-failed',
  error: error(code),
});

/** The SDK's word about the connection. */
export const change = (
  state: ConnectionChange['state'],
  reason = '',
  code: ZoomErrorCode = 'UNKNOWN',
): SessionEvent => ({ type: 'connection-change', change: { state, reason }, error: error(code) });

/** Effects with what they need of the model: `join iat 20`, `fetch-signature rejected 2`, `leave ended`. */
function brief(effect: SessionEffect, { candidate, refetching, attempts, leaving }: SessionModel): string {
  switch (effect) {
    case 'join':
      return `join ${candidate?.credentials.signature}`;
    case 'fetch-signature':
      return `fetch-signature ${refetching} ${attempts + 1}`;
    case 'leave':
      return `leave ${leaving}`;
    default:
      return effect;
  }
}

/** Folds events into a model, on a clock that the test sets. Half of the longest jitter is drawn: 0.5 s, 1 s, 2 s … */
export function play(options: { random?: number; joinTimeout?: number; retry?: RetryOptions } = {}) {
  let model = initialModel;
  let now = start;
  let inMeeting = false;

  const session = {
    get state() {
      return model.state;
    },
    get status() {
      return model.state.status;
    },
    get failure() {
      return model.state.status === 'failed' ? model.state.error : undefined;
    },
    /** In ms after the beginning, as `elapsed` and `nextAttemptAt` are. */
    get deadline() {
      return model.deadline === undefined ? undefined : model.deadline - start;
    },
    get nextAttemptAt() {
      return model.state.status === 'retrying' ? model.state.nextAttemptAt - start : undefined;
    },
    get elapsed() {
      return now - start;
    },
    at(elapsed: number) {
      now = start + elapsed;
      return session;
    },
    /** What the SDK says from now on. */
    roster(isIn: boolean) {
      inMeeting = isIn;
      return session.send({ type: 'roster-changed' });
    },
    /** An event some time after the one before it. */
    happen(event: SessionEvent, pause: number, isIn: boolean): string[] {
      now += pause;
      inMeeting = isIn;
      return session.send(event);
    },
    send(event: SessionEvent): string[] {
      const [next, ...effects] = transition(model, event, {
        now,
        inMeeting,
        random: 0.5,
        joinTimeout: 60_000,
        retry: {},
        ...options,
      });
      model = next;
      return effects.map((effect) => brief(effect, next));
    },
    /** Lets the time pass up to the deadline that the model asked for. */
    untilDeadline(): string[] {
      if (model.deadline === undefined) throw new Error(`no deadline in ${model.state.status}`);
      now = Math.max(now, model.deadline);
      return session.send({ type: 'deadline' });
    },
  };
  return session;
}

export type Play = ReturnType<typeof play>;

/** Each starts a play and brings it to a status, with a signature that is in order. */
export const reach = {
  preparing(session = play()) {
    session.send({ type: 'join', reusable: undefined });
    return session;
  },
  joining(session = play(), candidate = signed(-30)) {
    reach.preparing(session).send({ type: 'sdk-ready' });
    session.send({ type: 'signature-ready', candidate });
    return session;
  },
  /** The fresh signature is still under way. */
  retrying(session = play(), candidate = signed(20)) {
    reach.joining(session, candidate).send(refused());
    return session;
  },
  'waiting-for-host'(session = play()) {
    reach.joining(session).send(refused(3008));
    return session;
  },
  'waiting-room'(session = play()) {
    reach.joining(session).send({ type: 'join-resolved' });
    return session;
  },
  joined(session = play()) {
    reach['waiting-room'](session).roster(true);
    return session;
  },
  reconnecting(session = play()) {
    reach.joined(session).send(change('Reconnecting', 'failover'));
    return session;
  },
  leaving(session = play()) {
    reach.joined(session).send({ type: 'leave', reason: 'left' });
    return session;
  },
  ended(session = play()) {
    reach.leaving(session).send({ type: 'left' });
    return session;
  },
  failed(session = play()) {
    reach.joining(session).send(refused(3004));
    return session;
  },
};
