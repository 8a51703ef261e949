import { actionError } from '../errors/action-error';
import { throwFailure } from '../errors/normalise-error';
import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { inTime } from '../sdk/in-time';
import type { ZoomClient, ZoomParticipant } from '../sdk/zoom-sdk';
import type { ZoomMeetingSession } from '../session/session';
import { settledActionsOf } from './settled-actions';

/** Whether a user may do something. */
type IsAllowed = (user: ZoomParticipant) => boolean;

/** How the actions of a session ask the SDK. Every promise settles, and rejects with a `ZoomMeetingError`. */
export interface AskSdk {
  /** Resolves with what the SDK resolves with. The SDK is not asked if the user may not do it. */
  ask<Result>(
    isAllowed: IsAllowed,
    call: (client: ZoomClient, user: ZoomParticipant) => Promise<Result> | undefined,
  ): Promise<Result | undefined>;
  /** Resolves with nothing. */
  act(
    isAllowed: IsAllowed,
    call: (client: ZoomClient, user: ZoomParticipant) => Promise<unknown> | undefined,
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

/** The SDK's getters follow its rendering, which comes after the promise of the action (6.2.0). In ms. */
const renderTime = 200;

export const isAnyone = () => true;
export const isHost = (user: ZoomParticipant) => user.isHost === true;
export const isManager = (user: ZoomParticipant) => user.isHost === true || user.isCoHost === true;

/** Asks the SDK for a session. */
export function createAskSdk(session: ZoomMeetingSession): AskSdk {
  const settledActions = settledActionsOf(session);

  const ask: AskSdk['ask'] = async (isAllowed, call) => {
    const client = session.getState().status === 'joined' ? session.getClient() : undefined;
    const user = client?.getCurrentUser();
    if (!client || !user) throw new ZoomMeetingError('NOT_JOINED');
    if (!isAllowed(user)) throw new ZoomMeetingError('NOT_HOST');
    try {
      const result = await inTime(Promise.resolve(call(client, user)), actionTime);
      throwFailure(result);
      return result;
    } catch (thrown) {
      throw actionError(thrown);
    } finally {
      settledActions.announce();
      setTimeout(settledActions.announce, renderTime);
    }
  };

  const act: AskSdk['act'] = async (isAllowed, call) => void (await ask(isAllowed, call));

  return {
    ask,
    act,
    async actOn(userId, isAllowed, call) {
      demand('userId', 'a number', typeof userId === 'number');
      await act(isAllowed, call);
    },
  };
}

/** Throws unless the rule is met. */
export function demand(field: string, rule: string, isMet: boolean): void {
  if (!isMet) throw new ZoomMeetingError('INVALID_OPTIONS', { reason: `${field} must be ${rule}` });
}
