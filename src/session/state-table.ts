import {
  admitted,
  closed,
  closedOnceConnected,
  connected,
  droppedWhileJoining,
  joiningTookTooLong,
  lost,
  lostOnceConnected,
  lostWhileJoining,
  putOnHold,
  reconnecting,
  reconnectingOnceConnected,
  reconnectingTookTooLong,
  rosterWhileJoining,
  settle,
  settleWithRow,
} from './connection';
import { afterFailure, joinFailed } from './failing';
import { endRefused, leave, leaveAnyway, over } from './leaving';
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
/** Why nothing is to be done about an event: "ignored, because …". */
export type Ignored = string;
type Row = { readonly [Type in EventType]: Handler<Type> | Ignored };

const failWith = (model: SessionModel, { error }: EventOf<'app-threw'>): Step => fail(model, error);

const noJoin = 'nothing is under way';
const givenUp = 'the page was given up';
const notWaiting = 'no retry is waited for';
const notLeaving = 'it is not being left';
const hasPage = 'it has the page';
const loadingWaits = 'what loads the SDK waits for the page';
const loadedLater = 'it is looked at when the page is free';
const othersMeeting = 'it is about the meeting that has the page';
const noDeadline = 'this state has no deadline';
const loaded = 'the SDK is loaded';
const notFetching = 'no signature is being fetched';
const noAnswer = 'it answers an earlier `join()`';
const beforeJoining = 'it is about the meeting before';
const sdkNotices = 'the SDK notices, and says what comes of it';
const isLeaving = 'it is being left';

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
  online: '`join()` looks itself',
  offline: '`join()` looks itself',
  'retry-now': notWaiting,
  leave: 'it is out already',
  left: notLeaving,
  'end-refused': notLeaving,
  'app-threw': failWith,
} satisfies Row;

/** Every state × every event. A pair is handled, or ignored for a reason. */
export const stateTable = {
  idle: atRest,

  busy: {
    join: 'it is in line already',
    'page-busy': (model, { heldBy }) => queue(model, heldBy),
    'page-acquired': (model, _event, env) => begin(model, env),
    'sdk-ready': loadedLater,
    'sdk-failed': loadedLater,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: othersMeeting,
    dropped: othersMeeting,
    lost: othersMeeting,
    closed: othersMeeting,
    'roster-changed': othersMeeting,
    deadline: noDeadline,
    online: loadedLater,
    offline: loadedLater,
    'retry-now': notWaiting,
    leave: over,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  preparing: {
    join: 'it is on its way already',
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
    online: 'it was online',
    offline: (model, _event, env) => (model.signature.is === 'fetching' ? [pause(model, env)] : [model]),
    'retry-now': notWaiting,
    leave: over,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  joining: {
    join: 'it is joining already',
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
    closed,
    'roster-changed': rosterWhileJoining,
    deadline: joiningTookTooLong,
    online: sdkNotices,
    offline: sdkNotices,
    'retry-now': notWaiting,
    leave,
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  retrying: {
    join: 'it is tried again as it is',
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': (model, event, env) => (isConnected(model) ? [model] : sdkReady(model, event, env)),
    'sdk-failed': (model, { error }, env) =>
      // It is loaded again when the page is online.
      isConnected(model) || !env.online ? [model] : afterFailure(model, error, env),
    'signature-ready': (model, event, env) =>
      isConnected(model) ? [model] : signatureReady(model, event, env),
    'signature-failed': (model, event, env) =>
      isConnected(model) ? [model] : signatureFailed(model, event, env),
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected,
    dropped: reconnectingOnceConnected,
    lost: lostOnceConnected,
    closed: closedOnceConnected,
    'roster-changed': settleWithRow,
    deadline: (model, event, env) => (isConnected(model) ? settle(model, event, env) : resume(model, env)),
    online: (model, _event, env) => (isConnected(model) ? [model] : goOnline(model, env)),
    offline: (model, _event, env) => [isConnected(model) ? model : pause(model, env)],
    'retry-now': (model, _event, env) =>
      isConnected(model) || !env.online ? [model] : resume({ ...model, backoffUntil: env.now }, env, true),
    // The SDK may have connected by itself.
    leave: (model, event) => (isConnected(model) ? leave(model, event) : over(model, event)),
    left: notLeaving,
    'end-refused': notLeaving,
    'app-threw': failWith,
  },

  'waiting-for-host': {
    join: 'the SDK joins by itself',
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
    join: 'the host lets the participant in',
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: 'it is connected',
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
    join: 'it is joined',
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': loaded,
    'sdk-failed': loaded,
    'signature-ready': notFetching,
    'signature-failed': notFetching,
    'join-resolved': noAnswer,
    'join-failed': noAnswer,
    connected: 'it is connected',
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
    join: 'it is reconnecting',
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
    join: 'the session joins again once it is out',
    'page-busy': hasPage,
    'page-acquired': hasPage,
    'sdk-ready': isLeaving,
    'sdk-failed': isLeaving,
    'signature-ready': isLeaving,
    'signature-failed': isLeaving,
    'join-resolved': isLeaving,
    'join-failed': isLeaving,
    connected: isLeaving,
    dropped: isLeaving,
    lost: isLeaving,
    closed: isLeaving,
    'roster-changed': isLeaving,
    deadline: noDeadline,
    online: isLeaving,
    offline: isLeaving,
    'retry-now': notWaiting,
    leave: leaveAnyway,
    left: over,
    'end-refused': endRefused,
    'app-threw': failWith,
  },

  ended: atRest,
  failed: atRest,
} satisfies Record<ZoomMeetingStatus, Row>;

/** The SDK has connected by itself while a retry was waited for: no join of ours may follow. */
const isConnected = ({ arrival }: SessionModel) => arrival === 'connected';

/** What an event makes of the model, and what is to be done. Pure. */
export function transition(model: SessionModel, event: SessionEvent, env: SessionEnvironment): Step {
  const row: Row = stateTable[model.state.status];
  const entry = row[event.type] as Handler<EventType> | Ignored;
  return typeof entry === 'function' ? entry(model, event, env) : [model];
}
