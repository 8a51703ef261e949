import {
  admitted,
  byItself,
  closed,
  connected,
  lost,
  onTheWay,
  putOnHold,
  reconnecting,
  reconnectingOnceConnected,
  reconnectingTookTooLong,
  settle,
  settleWithRow,
} from './connection';
import { afterFailure, joinFailed } from './failing';
import { giveUp, leave, left } from './leaving';
import type { ZoomMeetingStatus } from './meeting-state';
import {
  begin,
  goOnline,
  queue,
  resume,
  sdkReady,
  signatureFailed,
  signatureReady,
  start,
} from './preparing';
import type { SessionEnvironment, SessionEvent, SessionModel, Step } from './session-model';
import { fail, pause, timedOut } from './steps';

type EventType = SessionEvent['type'];
type EventOf<Type extends EventType> = Extract<SessionEvent, { type: Type }>;

/** What an event leads to. Pure. */
type Handler<Type extends EventType> = (
  model: SessionModel,
  event: EventOf<Type>,
  env: SessionEnvironment,
) => Step;
/** Why nothing is to be done about an event. */
export interface Ignored {
  readonly because: string;
}
type Row = { readonly [Type in EventType]: Handler<Type> | Ignored };

const ignored = (because: string): Ignored => ({ because });

const failWith = (model: SessionModel, { error }: EventOf<'app-threw'>): Step => fail(model, error);

const noJoin = ignored('nothing is under way');
const givenUp = ignored('the page was given up with everything that was under way');
const notWaiting = ignored('no retry is waited for');
const notLeaving = ignored('it is not being left');
const hasPage = ignored('it has the page');
const loadingWaits = ignored('what loads the SDK waits for the page');
const noDeadline = ignored('this state has no deadline');
const loaded = ignored('the SDK is loaded');
const notFetching = ignored('no signature is being fetched');
const noAnswer = ignored('no `join()` is under way; a late answer belongs to an earlier one');
const beforeJoining = ignored('no `join()` has been called, so it is about the meeting before');
const sdkNotices = ignored('the SDK notices, and says what comes of it');
const isOut = ignored('the SDK is out, or is about to be; the leaving is waited for');

/** What all states have in common in which nothing is under way. */
const atRest = {
  join: start,
  'page-busy': noJoin,
  'page-acquired': noJoin,
  'sdk-ready': givenUp,
  'sdk-failed': givenUp,
  'signature-ready': givenUp,
  'signature-failed': givenUp,
  'join-resolved': givenUp,
  'join-failed': givenUp,
  connected: givenUp,
  dropped: givenUp,
  lost: givenUp,
  closed: givenUp,
  'roster-changed': givenUp,
  deadline: noDeadline,
  online: ignored('`join()` looks itself'),
  offline: ignored('`join()` looks itself'),
  'retry-now': notWaiting,
  leave: ignored('it is out already'),
  left: notLeaving,
  'end-refused': notLeaving,
  'app-threw': failWith,
} satisfies Row;

/** Every state × every event. A pair is handled, or ignored for a reason. */
export const stateTable = {
  idle: atRest,

  busy: {
    join: ignored('it is in line already'),
    'page-busy': (model, { heldBy }) => queue(model, heldBy),
    'page-acquired': (model, _event, env) => begin(model, env),
    'sdk-ready': ignored('the SDK is loaded again when the page is free'),
    'sdk-failed': ignored('the SDK is loaded again when the page is free'),
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: ignored('it is about the meeting that has the page'),
    dropped: ignored('it is about the meeting that has the page'),
    lost: ignored('it is about the meeting that has the page'),
    closed: ignored('it is about the meeting that has the page'),
    'roster-changed': ignored('it is about the meeting that has the page'),
    deadline: noDeadline,
    online: ignored('it looks when the page is free'),
    offline: ignored('it looks when the page is free'),
    'retry-now': notWaiting,
    leave: giveUp,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  preparing: {
    join: ignored('it is on its way already'),
    'page-busy': (model, { heldBy }) => queue(model, heldBy),
    'page-acquired': loadingWaits,
    'sdk-ready': sdkReady,
    'sdk-failed': (model, { error }, env) => afterFailure(model, error, env),
    'signature-ready': signatureReady,
    'signature-failed': signatureFailed,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: beforeJoining,
    dropped: beforeJoining,
    lost: beforeJoining,
    closed: beforeJoining,
    'roster-changed': beforeJoining,
    deadline: (model) => timedOut(model),
    online: ignored('it was online'),
    offline: (model, _event, env) => (model.signature.is === 'fetching' ? [pause(model, env)] : [model]),
    'retry-now': notWaiting,
    leave: giveUp,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  joining: {
    join: ignored('it is joining already'),
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': settle,
    'join-failed': joinFailed,
    connected,
    dropped: onTheWay.dropped,
    lost: onTheWay.lost,
    closed,
    'roster-changed': onTheWay.roster,
    deadline: onTheWay.deadline,
    online: sdkNotices,
    offline: sdkNotices,
    'retry-now': notWaiting,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  retrying: {
    join: ignored('it is tried again as it is'),
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': unlessConnected(sdkReady),
    'sdk-failed': unlessConnected((model, { error }, env) =>
      // It is loaded again when the page is online.
      env.online ? afterFailure(model, error, env) : [model],
    ),
    'signature-ready': unlessConnected(signatureReady),
    'signature-failed': unlessConnected(signatureFailed),
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected,
    dropped: reconnectingOnceConnected,
    lost: byItself.lost,
    closed: byItself.closed,
    'roster-changed': settleWithRow,
    deadline: (model, event, env) =>
      model.arrival === 'connected' ? settle(model, event, env) : resume(model, env),
    online: unlessConnected((model, _event, env) => goOnline(model, env)),
    offline: unlessConnected((model, _event, env) => [pause(model, env)]),
    'retry-now': unlessConnected((model, _event, env) =>
      env.online ? resume({ ...model, backoffUntil: env.now }, env, true) : [model],
    ),
    // The SDK may have connected by itself.
    leave: (model, event) => (model.arrival === 'connected' ? leave(model, event) : giveUp(model, event)),
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  'waiting-for-host': {
    join: ignored('the SDK joins by itself'),
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected,
    dropped: reconnectingOnceConnected,
    lost,
    closed,
    'roster-changed': settleWithRow,
    deadline: settle,
    online: sdkNotices,
    offline: sdkNotices,
    'retry-now': notWaiting,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  'waiting-room': {
    join: ignored('the host lets the participant in'),
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: ignored('it is connected'),
    dropped: reconnecting,
    lost,
    closed,
    'roster-changed': admitted,
    deadline: noDeadline,
    online: sdkNotices,
    offline: sdkNotices,
    'retry-now': notWaiting,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  joined: {
    join: ignored('it is joined'),
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: ignored('it is connected'),
    dropped: reconnecting,
    lost,
    closed,
    'roster-changed': putOnHold,
    deadline: noDeadline,
    online: sdkNotices,
    offline: sdkNotices,
    'retry-now': notWaiting,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  reconnecting: {
    join: ignored('the SDK gets the connection back, or it is joined anew'),
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected,
    dropped: reconnecting,
    lost,
    closed,
    'roster-changed': settleWithRow,
    deadline: reconnectingTookTooLong,
    online: sdkNotices,
    offline: sdkNotices,
    'retry-now': notWaiting,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  leaving: {
    join: ignored('the session joins again once it is out'),
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': isOut,
    'sdk-failed': isOut,
    'signature-ready': isOut,
    'signature-failed': isOut,
    'join-resolved': isOut,
    'join-failed': isOut,
    connected: isOut,
    dropped: isOut,
    lost: isOut,
    closed: isOut,
    'roster-changed': isOut,
    deadline: ignored('the lease on the page sees to it that leaving ends'),
    online: isOut,
    offline: isOut,
    'retry-now': notWaiting,
    leave: ignored('it is being left'),
    left,
    'end-refused': settle,
    'app-threw': failWith,
  },

  ended: atRest,
  failed: atRest,
} satisfies Record<ZoomMeetingStatus, Row>;

/** A handler for as long as the SDK has not connected by itself: no join of ours may follow then. */
function unlessConnected<Event>(
  handle: (model: SessionModel, event: Event, env: SessionEnvironment) => Step,
): (model: SessionModel, event: Event, env: SessionEnvironment) => Step {
  return (model, event, env) => (model.arrival === 'connected' ? [model] : handle(model, event, env));
}

/** What an event makes of the model, and what is to be done. Pure. */
export function transition(model: SessionModel, event: SessionEvent, env: SessionEnvironment): Step {
  const row: Row = stateTable[model.state.status];
  const entry = row[event.type] as Handler<EventType> | Ignored;
  return typeof entry === 'function' ? entry(model, event, env) : [model];
}
