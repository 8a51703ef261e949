import { ZoomMeetingError } from '../../../src/errors/zoom-meeting-error';
import type { RetryOptions } from '../../../src/retry/retry-policy';
import { transition } from '../../../src/session/state-table';
import {
  initialModel,
  type Presence,
  type SessionEffect,
  type SessionEvent,
} from '../../../src/session/session-model';
import type { ZoomErrorCode } from '../../../src/errors/error-codes';
import type { SignatureCandidate } from '../../../src/signature/signature-candidate';

/** When every play starts, in ms since the epoch. The tests use ms after it. */
const start = 1_760_000_000_000;

/** The fetcher of every signature. */
export const fetcher = async () => '';

/** A signature whose `iat` is `iat` s after the start. */
export function signed(iat: number, name = `iat ${iat}`): SignatureCandidate {
  return {
    credentials: { signature: name },
    user: 'Ada',
    fetcher,
    isSingleUse: false,
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

/** The SDK's report about the connection. */
export function change(
  state: 'Connected' | 'Reconnecting' | 'Fail' | 'Closed',
  reason = '',
  code: ZoomErrorCode = 'UNKNOWN',
): SessionEvent {
  switch (state) {
    case 'Connected':
      return { type: 'connected' };
    case 'Reconnecting':
      return { type: 'dropped', reason };
    case 'Fail':
      return { type: 'lost', error: error(code) };
    case 'Closed':
      return { type: 'closed', reason };
  }
}

/** Effects in short form: `join iat 20`, `fetch-signature rejected 2`, `leave ended`, `start-join passcode`. */
function brief(effect: SessionEffect): string {
  switch (effect.type) {
    case 'join':
      return `join ${effect.candidate.credentials.signature}`;
    case 'fetch-signature':
      return `fetch-signature ${effect.reason} ${effect.attempt}`;
    case 'start-join':
      return `start-join ${effect.changes?.values.password}`;
    case 'leave':
      return `leave ${effect.reason}`;
    default:
      return effect.type;
  }
}

/** Folds events into a model, on a clock that the test sets. The jitter is half of its maximum: 0.5 s, 1 s, 2 s … */
export function play(
  options: {
    random?: number;
    isInLine?: boolean;
    joinTimeout?: number;
    retry?: RetryOptions;
    invalid?: ZoomMeetingError;
  } = {},
) {
  let model = initialModel;
  let now = start;
  let presence: Presence = 'unknown';
  let online = true;
  let isRetained = true;
  let user = 'Ada';
  let currentFetcher = fetcher;

  const session = {
    get model() {
      return model;
    },
    get state() {
      return model.state;
    },
    get status() {
      return model.state.status;
    },
    /** The registrant's token that the model keeps. */
    get keptTk() {
      return model.registered?.credentials.tk;
    },
    get failure() {
      return model.state.status === 'failed' ? model.state.error : undefined;
    },
    /** In ms after the start, like `elapsed` and `nextAttemptAt`. */
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
    /** Sets whether the SDK reports the user as in the meeting or as on hold. */
    roster(isIn: boolean) {
      presence = isIn ? 'in' : 'on-hold';
      return session.send({ type: 'roster-changed' });
    },
    /** Sends an event some time after the previous one. */
    happen(event: SessionEvent, pause: number, seen: Presence): string[] {
      now += pause;
      presence = seen;
      return session.send(event);
    },
    goOffline() {
      online = false;
      return session.send({ type: 'offline' });
    },
    /** Whether the page is online from now on. The event comes later. */
    network(isOnline: boolean) {
      online = isOnline;
      return session;
    },
    goOnline() {
      online = true;
      return session.send({ type: 'online' });
    },
    /** Whether a component retains the session from now on. */
    hold(isHeld: boolean) {
      isRetained = isHeld;
      return session;
    },
    /** The props change to another user. */
    becomes(name: string) {
      user = name;
      return session;
    },
    /** The app passes another fetcher, for example when another user signs in. */
    anotherFetcher() {
      currentFetcher = async () => '';
      return session;
    },
    send(event: SessionEvent): string[] {
      const step = transition(model, event, {
        now,
        presence,
        online,
        isRetained,
        isInLine: false,
        user,
        fetcher: currentFetcher,
        random: 0.5,
        joinTimeout: 60_000,
        retry: {},
        ...options,
      });
      model = step.model;
      return step.effects.map(brief);
    },
    /** Lets time pass until the deadline that the model has set. */
    untilDeadline(): string[] {
      if (model.deadline === undefined) throw new Error(`no deadline in ${model.state.status}`);
      now = Math.max(now, model.deadline);
      return session.send({ type: 'deadline' });
    },
  };
  return session;
}

export type Play = ReturnType<typeof play>;

/** Each function starts a play and brings it into a status, with a valid signature. */
export const reach = {
  preparing(session = play()) {
    session.send({ type: 'join' });
    return session;
  },
  busy(session = play()) {
    session.send({ type: 'join', heldBy: '5555555555' });
    return session;
  },
  joining(session = play(), candidate = signed(-30)) {
    reach.preparing(session).send({ type: 'sdk-ready' });
    session.send({ type: 'signature-ready', candidate });
    return session;
  },
  /** The new signature is still being fetched. */
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
    reach.leaving(session).send({ type: 'left', reason: 'left' });
    return session;
  },
  failed(session = play()) {
    reach.joining(session).send(refused(3004));
    return session;
  },
};
