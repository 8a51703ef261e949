import type { ZoomErrorCode } from '../../src/errors/error-codes';
import { ZoomMeetingError } from '../../src/errors/zoom-meeting-error';
import { type ZoomMeetingStatus } from '../../src/session/meeting-state';
import {
  initialModel,
  type LeaveReason,
  type Presence,
  type SessionEvent,
  type SessionModel,
} from '../../src/session/session-model';
import { transition } from '../../src/session/state-table';

/** A transition from one status to another or the same: the event, and the possible reason. */
export interface Edge {
  from: ZoomMeetingStatus;
  to: ZoomMeetingStatus;
  event: SessionEvent['type'];
  label: string;
}

const start = 1_760_000_000_000;
const error = (code: ZoomErrorCode) => new ZoomMeetingError(code);
const joinFailed = (code: ZoomErrorCode): SessionEvent => ({ type: 'join-failed', error: error(code) });
const leave = (reason: LeaveReason): SessionEvent => ({ type: 'leave', reason });
const candidate = {
  credentials: { signature: '' },
  user: 'Ada',
  fetcher: async () => '',
  isSingleUse: false,
  notBefore: start + 20_000,
  expiresAt: start + 7_200_000,
} as const;

const ready = 'SDK and signature ready';
const tooLate = 'signature arrives but is not valid in time';

/** One event of each kind, and one error of each class. Each is tried with the user in the meeting and outside it. */
const events: readonly (readonly [label: string, event: SessionEvent])[] = [
  ['join()', { type: 'join' }],
  ['join() while another meeting uses the SDK', { type: 'join', heldBy: '5555555555' }],
  ['invalid options', { type: 'join', invalid: error('INVALID_OPTIONS') }],
  ['join() while leaving', { type: 'join-next', changes: { values: {}, person: '' } }],
  ['the user changes', { type: 'options-changed', joinsByItself: true }],
  ['another meeting uses the SDK', { type: 'page-busy', heldBy: '5555555555' }],
  ['the SDK is free', { type: 'page-acquired' }],
  [ready, { type: 'sdk-ready' }],
  [ready, { type: 'signature-ready', candidate }],
  [tooLate, { type: 'signature-ready', candidate: { ...candidate, notBefore: start + 9_000_000 } }],
  ['SDK fails to load', { type: 'sdk-failed', error: error('SDK_LOAD_FAILED') }],
  ['fetching a signature fails', { type: 'signature-failed', error: error('SIGNATURE_FETCH_FAILED') }],
  ['the SDK joins', { type: 'join-resolved' }],
  ...([3712, 3136, -3000] as const).map((code) => ['refused', joinFailed(code)] as const),
  ...([3, 3004, 3709, 4004] as const).map((code) => ['refused', joinFailed(code)] as const),
  ['not started', joinFailed(3008)],
  ['connected', { type: 'connected' }],
  ['connection drops', { type: 'dropped', reason: 'failover' }],
  ['connection lost', { type: 'lost', error: error(-3000) }],
  ['connection lost', { type: 'lost', error: error(4004) }],
  ['closed', { type: 'closed', reason: 'ended by host' }],
  ['the SDK has left', { type: 'closed', reason: '' }],
  ['roster', { type: 'roster-changed' }],
  ['mounted', { type: 'retained' }],
  ['deadline passes', { type: 'deadline' }],
  ['retryNow()', { type: 'retry-now' }],
  ['leave()', leave('left')],
  ['end()', leave('ended')],
  ['cancel()', leave('cancelled')],
  ['left', { type: 'left', reason: 'left' }],
  ['not allowed to end it', { type: 'end-refused' }],
  ['offline', { type: 'offline' }],
  ['online', { type: 'online' }],
  ['`retry` throws', { type: 'app-threw', error: error('UNKNOWN') }],
];

/** The part of the model that decides about the next step, without times and counts. */
function essence({ state, deadline, ...model }: SessionModel): string {
  const { sdk, signature, attempts, answer, arrival, failing, hasJoined, lastError, leaveIfRefused } = model;
  const held = signature.is !== 'ready' && signature.held !== undefined;
  const isOffline = state.status === 'retrying' && state.offline;
  const more = [
    attempts,
    model.clock.correction,
    hasJoined,
    lastError?.class,
    failing?.class,
    deadline === undefined,
    leaveIfRefused,
  ];
  return JSON.stringify([state.status, isOffline, sdk, signature.is, held, answer, arrival, ...more]);
}

/** The session sends these events only in these states. */
function canHappen(event: SessionEvent, { state, deadline }: SessionModel): boolean {
  if (event.type === 'deadline') return deadline !== undefined;
  if (event.type === 'page-acquired') return ['busy', 'preparing'].includes(state.status);
  return !['left', 'end-refused'].includes(event.type) || state.status === 'leaving';
}

/** Tries every event in every situation of the real state machine, breadth first. */
export function exploreMachine(): Edge[] {
  const edges = new Map<string, Edge>();
  const seen = new Set<string>();
  let situations = [{ model: initialModel, now: start }];
  while (situations.length > 0) {
    const next: typeof situations = [];
    for (const { model, now } of situations) {
      for (const [name, event] of events) {
        if (!canHappen(event, model)) continue;
        for (const presence of ['in', 'on-hold', 'unknown'] satisfies Presence[]) {
          const later = event.type === 'deadline' ? (model.deadline ?? now) : now + 10;
          const isOffline = model.state.status === 'retrying' && model.state.offline;
          const { model: after } = transition(model, event, {
            now: later,
            presence,
            online: event.type !== 'offline' && (!isOffline || event.type === 'online'),
            isRetained: true,
            isInLine: false,
            user: event.type === 'options-changed' ? 'Grace' : candidate.user,
            fetcher: candidate.fetcher,
            random: 0.5,
            joinTimeout: 60_000,
            retry: {},
          });
          const from = model.state.status;
          const to = after.state.status;
          const label =
            name === 'roster' ? (presence === 'in' ? 'in the meeting' : 'in the waiting room') : name;
          edges.set([from, to, event.type, label].join(), { from, to, event: event.type, label });
          if (seen.has(essence(after))) continue;
          seen.add(essence(after));
          next.push({ model: after, now: later });
        }
      }
    }
    situations = next;
  }
  return [...edges.values()];
}
