import {
  closed,
  closedWhileJoining,
  connected,
  droppedWhileJoining,
  joiningTookTooLong,
  lost,
  lostWhileJoining,
  putOnHold,
  reconnecting,
  reconnectingTookTooLong,
  rosterWhileJoining,
  rowInWaitingRoom,
  rowTookTooLong,
  settle,
  settleWithRow,
} from './connection';
import { afterFailure, joinFailed } from './failing';
import {
  leaveFailed,
  connectedWhileLeaving,
  droppedWhileLeaving,
  endRefused,
  finish,
  joinNext,
  leave,
  leaveAnyway,
  left,
} from './leaving';
import type { ZoomMeetingStatus } from './meeting-state';
import {
  goOnline,
  pageAcquired,
  waitForPage,
  joinWithOtherOptions,
  resume,
  retained,
  sdkReady,
  signatureFailed,
  signatureReady,
  startJoin,
  startTimeLimit,
  userChanged,
} from './preparing';
import {
  stepTo,
  type SessionEnvironment,
  type SessionEvent,
  type SessionModel,
  type Step,
} from './session-model';
import { fail, pauseOffline, timedOut } from './steps';

type EventType = SessionEvent['type'];
type EventOf<Type extends EventType> = Extract<SessionEvent, { type: Type }>;

/** The model after an event, and the effects that follow. Pure. */
type Handler<Type extends EventType> = (
  model: SessionModel,
  event: EventOf<Type>,
  env: SessionEnvironment,
) => Step;
/** Why an event is ignored: "ignored, because …". */
export type Ignored = string;
type Row = { readonly [Type in EventType]: Handler<Type> | Ignored };

const failWith = (model: SessionModel, { error }: EventOf<'app-threw'>): Step => fail(model, error);

/** The SDK has connected without our `join()`, while a retry was scheduled. The retry must not start another join. */
const isConnected = ({ arrival }: SessionModel) => arrival === 'connected';

/** Handles the event only if the SDK has connected while a retry was scheduled. */
const onceConnected =
  <Type extends EventType>(handler: Handler<Type>): Handler<Type> =>
  (model, event, env) =>
    isConnected(model) ? handler(model, event, env) : stepTo(model);

/** Handles the event only if the SDK has not connected while a retry was scheduled. */
const unlessConnected =
  <Type extends EventType>(handler: Handler<Type>): Handler<Type> =>
  (model, event, env) =>
    isConnected(model) ? stepTo(model) : handler(model, event, env);

// Why events are ignored.
const noJoin = 'no join is running';
const pageReleased = 'the SDK is released';
const noRetry = 'no retry is scheduled';
const noJoinWaits = 'no join waits for a component';
const notLeaving = 'the meeting is not being left';
const hasPage = 'this meeting uses the SDK';
const notYet = 'it is checked when the SDK is free';
const otherMeeting = 'it concerns the meeting that uses the SDK';
const earlierMeeting = 'it concerns an earlier meeting';
const noDeadline = 'this state has no deadline';
const loaded = 'the SDK is loaded';
const notFetching = 'no signature is being fetched';
const noAnswer = 'it belongs to an earlier `join()`';
const sdkReports = 'the SDK reports it if the connection is affected';
const isLeaving = 'the meeting is being left';
const nextJoinOnly = 'the next join uses them';

/** The row of every state in which no join is running and the meeting is not joined. */
const atRest = {
  join: startJoin,
  'join-next': notLeaving,
  'options-changed': nextJoinOnly,
  'page-busy': noJoin,
  'page-acquired': noJoin,
  'sdk-ready': pageReleased,
  'sdk-failed': pageReleased,
  'signature-ready': pageReleased,
  'signature-failed': pageReleased,
  'join-resolved': pageReleased,
  'join-failed': pageReleased,
  connected: pageReleased,
  dropped: pageReleased,
  lost: pageReleased,
  closed: pageReleased,
  'roster-changed': pageReleased,
  deadline: noDeadline,
  online: '`join()` checks it',
  offline: '`join()` checks it',
  'retry-now': noRetry,
  retained: noJoinWaits,
  leave: 'the meeting is not joined',
  left: notLeaving,
  'end-refused': notLeaving,
  'app-threw': failWith,
} satisfies Row;

/**
 * Every state × every event. An entry is a handler, or the reason why the event is ignored.
 *
 * For example, the host ends the meeting while this page is joining: state `joining`, event `closed`.
 */
export const stateTable = {
  idle: atRest,

  busy: {
    join: 'it is already waiting',
    'join-next': notLeaving,
    'options-changed': 'they are read when the SDK is free',
    'page-busy': (model, { heldBy }) => waitForPage(model, heldBy),
    'page-acquired': pageAcquired,
    'sdk-ready': notYet,
    'sdk-failed': notYet,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: otherMeeting,
    dropped: otherMeeting,
    lost: otherMeeting,
    closed: otherMeeting,
    'roster-changed': otherMeeting,
    deadline: noDeadline,
    online: notYet,
    offline: notYet,
    'retry-now': noRetry,
    retained: noJoinWaits,
    leave: finish,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  preparing: {
    join: 'it is already preparing',
    'join-next': notLeaving,
    'options-changed': userChanged,
    'page-busy': (model, { heldBy }) => waitForPage(model, heldBy),
    'page-acquired': startTimeLimit,
    'sdk-ready': sdkReady,
    'sdk-failed': (model, { error }, env) => afterFailure(model, error, env),
    'signature-ready': signatureReady,
    'signature-failed': signatureFailed,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: earlierMeeting,
    dropped: earlierMeeting,
    lost: earlierMeeting,
    closed: earlierMeeting,
    'roster-changed': earlierMeeting,
    deadline: (model, event, env) => (env.isInLine ? startTimeLimit(model, event, env) : timedOut(model)),
    online: 'it is already online',
    offline: (model, _event, env) => stepTo(pauseOffline(model, env)),
    'retry-now': noRetry,
    retained,
    leave: finish,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  joining: {
    join: 'it is already joining',
    'join-next': notLeaving,
    'options-changed': nextJoinOnly,
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': settle,
    'join-failed': joinFailed,
    connected,
    dropped: droppedWhileJoining,
    lost: lostWhileJoining,
    closed: closedWhileJoining,
    'roster-changed': rosterWhileJoining,
    deadline: joiningTookTooLong,
    online: sdkReports,
    offline: sdkReports,
    'retry-now': noRetry,
    retained: noJoinWaits,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  retrying: {
    join: 'a retry is already scheduled',
    'join-next': notLeaving,
    'options-changed': unlessConnected(userChanged),
    // The page may be offline before this meeting has it.
    'page-busy': (model, { heldBy }) => waitForPage(model, heldBy),
    'page-acquired': hasPage,
    'sdk-ready': unlessConnected(sdkReady),
    // While offline it is loaded again when the page is online.
    'sdk-failed': unlessConnected((model, { error }, env) =>
      env.online ? afterFailure(model, error, env) : stepTo(model),
    ),
    'signature-ready': unlessConnected(signatureReady),
    'signature-failed': unlessConnected(signatureFailed),
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected,
    dropped: onceConnected(reconnecting),
    lost: onceConnected((model, { error }, env) => afterFailure(model, error, env)),
    closed: onceConnected(closed),
    'roster-changed': settleWithRow,
    deadline: (model, event, env) => (isConnected(model) ? settle(model, event, env) : resume(model, env)),
    online: unlessConnected((model, _event, env) => goOnline(model, env)),
    offline: unlessConnected((model, _event, env) => stepTo(pauseOffline(model, env))),
    'retry-now': unlessConnected((model, _event, env) =>
      env.online ? resume({ ...model, backoffUntil: env.now }, env, true) : stepTo(model),
    ),
    retained: unlessConnected(retained),
    leave: (model, event) => (isConnected(model) ? leave(model, event) : finish(model, event)),
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  'waiting-for-host': {
    join: 'the SDK joins automatically',
    'join-next': notLeaving,
    'options-changed': nextJoinOnly,
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected,
    dropped: onceConnected(reconnecting),
    lost,
    closed,
    'roster-changed': settleWithRow,
    deadline: settle,
    online: sdkReports,
    offline: sdkReports,
    'retry-now': noRetry,
    retained: noJoinWaits,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  'waiting-room': {
    join: 'only the host can admit the participant',
    'join-next': notLeaving,
    'options-changed': nextJoinOnly,
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: 'it is already connected',
    dropped: reconnecting,
    lost,
    closed,
    'roster-changed': rowInWaitingRoom,
    deadline: rowTookTooLong,
    online: sdkReports,
    offline: sdkReports,
    'retry-now': noRetry,
    retained: noJoinWaits,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  joined: {
    join: 'it is already joined',
    'join-next': notLeaving,
    'options-changed': nextJoinOnly,
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: 'it is already connected',
    dropped: reconnecting,
    lost,
    closed,
    'roster-changed': putOnHold,
    deadline: noDeadline,
    online: sdkReports,
    offline: sdkReports,
    'retry-now': noRetry,
    retained: noJoinWaits,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  reconnecting: {
    join: 'it is reconnecting',
    'join-next': notLeaving,
    'options-changed': nextJoinOnly,
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
    online: sdkReports,
    offline: sdkReports,
    'retry-now': noRetry,
    retained: noJoinWaits,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  leaving: {
    join: isLeaving,
    'join-next': joinNext,
    'options-changed': nextJoinOnly,
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': isLeaving,
    'sdk-failed': isLeaving,
    'signature-ready': isLeaving,
    'signature-failed': isLeaving,
    'join-resolved': isLeaving,
    'join-failed': isLeaving,
    connected: connectedWhileLeaving,
    dropped: droppedWhileLeaving,
    lost: isLeaving,
    closed: isLeaving,
    'roster-changed': isLeaving,
    deadline: noDeadline,
    online: isLeaving,
    offline: isLeaving,
    'retry-now': noRetry,
    retained: noJoinWaits,
    leave: leaveAnyway,
    left,
    'end-refused': endRefused,
    'app-threw': failWith,
  },

  ended: atRest,
  failed: { ...atRest, 'options-changed': joinWithOtherOptions, leave: leaveFailed },
} satisfies Record<ZoomMeetingStatus, Row>;

/** The model after an event, and the effects that follow. Pure. */
export function transition(model: SessionModel, event: SessionEvent, env: SessionEnvironment): Step {
  const row: Row = stateTable[model.state.status];
  const entry = row[event.type] as Handler<EventType> | Ignored;
  return typeof entry === 'function' ? entry(model, event, env) : stepTo(model);
}
