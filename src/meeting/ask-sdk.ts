import { actionError } from '../errors/action-error';
import { throwFailure } from '../errors/normalise-error';
import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { inTime } from '../sdk/in-time';
import type { ZoomClient, ZoomParticipant } from '../sdk/zoom-sdk';
import type { ZoomMeetingSession } from '../session/session';
import { settledActionsOf } from './settled-actions';

/** Whether a user may do something. */
type IsAllowed = (user: ZoomParticipant) => boolean;

/** Calls the SDK for the actions of a session. Every promise settles, and rejects only with a `ZoomMeetingError`. */
export interface AskSdk {
  /** Resolves with the SDK's result. Does not call the SDK if the user is not allowed to do this. */
  ask<Result>(
    isAllowed: IsAllowed,
    call: (client: ZoomClient, user: ZoomParticipant) => Promise<Result> | undefined,
  ): Promise<Result | undefined>;
  /** Resolves with nothing. */
  act(
    isAllowed: IsAllowed,
    call: (client: ZoomClient, user: ZoomParticipant) => Promise<unknown> | undefined,
  ): Promise<void>;
  /**
   * Like `act`, but resolves once the SDK's getters return the result. Use it for state that the SDK keeps in its own components:
   * the getters, and the checks of the next action, are up to date only after these components have rendered, which happens after
   * the promise has settled (6.2.0).
   */
  actUntilShown(
    isAllowed: IsAllowed,
    call: (client: ZoomClient) => Promise<unknown> | undefined,
    isShown: (client: ZoomClient) => boolean,
  ): Promise<void>;
  /** An action on a participant. */
  actOn(
    userId: number,
    isAllowed: IsAllowed,
    call: (client: ZoomClient) => Promise<unknown> | undefined,
  ): Promise<void>;
}

/** How long an action may take, in ms. The SDK's own limit of 10 s comes first, where it has one (6.2.0). */
const actionTime = 15_000;

/** How long the SDK may take to render the result of an action, in ms. */
const renderTime = 2000;

export const isAnyone = () => true;
export const isHost = (user: ZoomParticipant) => user.isHost === true;
export const isManager = (user: ZoomParticipant) => user.isHost === true || user.isCoHost === true;

/** Creates the functions that call the SDK of a session. */
export function createAskSdk(session: ZoomMeetingSession): AskSdk {
  const settledActions = settledActionsOf(session);

  const ask: AskSdk['ask'] = async (isAllowed, call) => {
    const client = session.getState().status === 'joined' ? session.getClient() : undefined;
    const user = client && currentUser(client);
    if (!client || !user) throw new ZoomMeetingError('NOT_JOINED');
    if (!isAllowed(user)) throw new ZoomMeetingError('NOT_HOST');
    try {
      const result = await inMeeting(session, inTime(Promise.resolve(call(client, user)), actionTime));
      throwFailure(result);
      return result;
    } catch (thrown) {
      throw actionError(thrown);
    } finally {
      settledActions.announce();
    }
  };

  const act: AskSdk['act'] = async (isAllowed, call) => void (await ask(isAllowed, call));

  return {
    ask,
    act,
    actUntilShown: (isAllowed, call, isShown) =>
      act(isAllowed, async (client) => {
        throwFailure(await call(client));
        await rendered(() => !isStillIn(session) || isShown(client));
      }),
    async actOn(userId, isAllowed, call) {
      demandUserId(userId);
      await act(isAllowed, call);
    },
  };
}

const isStillIn = (session: ZoomMeetingSession) =>
  ['joined', 'reconnecting', 'waiting-room'].includes(session.getState().status);

function currentUser(client: ZoomClient): ZoomParticipant | null {
  try {
    return client.getCurrentUser();
  } catch (thrown) {
    throw actionError(thrown);
  }
}

/**
 * Settles like the promise. Rejects with `NOT_JOINED` when the meeting is over, because the SDK may then answer late or never
 * (6.2.0).
 */
function inMeeting<T>(session: ZoomMeetingSession, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = session.subscribe(() => {
      if (isStillIn(session)) return;
      stop();
      reject(new ZoomMeetingError('NOT_JOINED', { reason: 'The meeting ended before Zoom responded.' }));
    });
    promise.then(resolve, reject).finally(stop);
  });
}

/** Resolves when the SDK has rendered something, or has had enough time to. */
async function rendered(isShown: () => boolean): Promise<void> {
  const start = performance.now();
  while (!isShown() && performance.now() - start < renderTime) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Throws unless the rule is met. */
export function demand(field: string, rule: string, isMet: boolean): void {
  if (!isMet) throw new ZoomMeetingError('INVALID_OPTIONS', { reason: `${field} must be ${rule}` });
}

/** Throws unless this is the id of a participant. The SDK might take a wrong one for another participant, or for everyone. */
export function demandUserId(userId: unknown): void {
  demand('userId', 'a number', Number.isInteger(userId));
}
