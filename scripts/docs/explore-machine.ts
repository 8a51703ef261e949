import type { ZoomErrorCode } from '../../src/errors/error-codes';
import { ZoomMeetingError } from '../../src/errors/zoom-meeting-error';
import type { ConnectionChange } from '../../src/sdk/zoom-sdk';
import { transition } from '../../src/session/machine';
import { isActive, type ZoomMeetingStatus } from '../../src/session/meeting-state';
import {
  initialModel,
  type LeaveReason,
  type SessionEvent,
  type SessionModel,
} from '../../src/session/session-model';

/** From one status to another, and what may be the reason. */
export interface Edge {
  from: ZoomMeetingStatus;
  to: ZoomMeetingStatus;
  labels: string[];
}

const start = 1_760_000_000_000;
const error = (code: ZoomErrorCode) => new ZoomMeetingError(code);
const joinFailed = (code: ZoomErrorCode): SessionEvent => ({ type: 'join-failed', error: error(code) });
const change = (state: ConnectionChange['state']): SessionEvent => ({
  type: 'connection-change',
  change: { state },
  error: error(-3000),
});
const leave = (reason: LeaveReason): SessionEvent => ({ type: 'leave', reason });
const candidate = {
  credentials: { signature: '' },
  role: 0,
  notBefore: start + 20_000,
  expiresAt: start + 7_200_000,
} as const;

const ready = 'SDK and signature ready';
const tooLate = 'signature becomes valid too late';

/** One event of each kind, with an error of each class. Each is tried with the user in the meeting and outside it. */
const events: readonly (readonly [label: string, event: SessionEvent])[] = [
  ['join()', { type: 'join', reusable: undefined }],
  ['invalid options', { type: 'refuse', error: error('INVALID_OPTIONS') }],
  [ready, { type: 'sdk-ready' }],
  [ready, { type: 'signature-ready', candidate }],
  [tooLate, { type: 'signature-ready', candidate: { ...candidate, notBefore: start + 9_000_000 } }],
  ['SDK fails to load', { type: 'sdk-failed', error: error('SDK_LOAD_FAILED') }],
  ['no signature', { type: 'signature-failed', error: error('SIGNATURE_FETCH_FAILED') }],
  ['join accepted', { type: 'join-resolved' }],
  ...([3712, 3136, -3000] as const).map((code) => ['join refused', joinFailed(code)] as const),
  ...([3, 3004, 3709, 4004] as const).map((code) => ['join refused', joinFailed(code)] as const),
  ['meeting not started', joinFailed(3008)],
  ['connected', change('Connected')],
  ['connection lost', change('Reconnecting')],
  ['connection failed', change('Fail')],
  ['connection failed', { ...change('Fail'), error: error(4004) } as SessionEvent],
  ['meeting ended', change('Closed')],
  ['roster', { type: 'roster-changed' }],
  ['timeout', { type: 'deadline' }],
  ['retryNow()', { type: 'retry-now' }],
  ['leave()', leave('left')],
  ['end()', leave('ended')],
  ['cancel()', leave('cancelled')],
  ['left', { type: 'left' }],
];

/** What decides about the next step, apart from times and counts. */
function essence({ state, candidate: signature, ...model }: SessionModel): string {
  const { sdkReady, refetching, attempts, connected, hasJoined, lastError } = model;
  const more = [refetching, attempts, lastError?.class, model.deadline === undefined];
  return JSON.stringify([state.status, sdkReady, connected, hasJoined, signature !== undefined, ...more]);
}

/** The session sends these nowhere else. */
function canHappen(event: SessionEvent, { state, deadline }: SessionModel): boolean {
  if (event.type === 'deadline') return deadline !== undefined;
  if (event.type === 'refuse') return !isActive(state);
  return event.type !== 'left' || state.status === 'leaving';
}

/** Tries every event in every situation of the real machine, breadth first. Self-loops are left out. */
export function exploreMachine(): Edge[] {
  const edges = new Map<string, Edge>();
  const seen = new Set<string>();
  let situations = [{ model: initialModel, now: start }];
  while (situations.length > 0) {
    const next: typeof situations = [];
    for (const { model, now } of situations) {
      for (const [name, event] of events) {
        if (!canHappen(event, model)) continue;
        for (const inMeeting of [true, false]) {
          const later = event.type === 'deadline' ? (model.deadline ?? now) : now + 10;
          const [after] = transition(model, event, {
            now: later,
            inMeeting,
            random: 0.5,
            joinTimeout: 60_000,
            retry: {},
          });
          const from = model.state.status;
          const to = after.state.status;
          if (from !== to) {
            const label = name === 'roster' ? (inMeeting ? 'in the meeting' : 'in the waiting room') : name;
            const edge = edges.get(`${from} ${to}`) ?? { from, to, labels: [] };
            if (!edge.labels.includes(label)) edge.labels.push(label);
            edges.set(`${from} ${to}`, edge);
          }
          if (seen.has(essence(after))) continue;
          seen.add(essence(after));
          next.push({ model: after, now: later });
        }
      }
    }
    situations = next;
  }
  for (const edge of edges.values()) {
    // Where any signature leads, it does not matter when it becomes valid.
    if (edge.labels.includes(ready)) edge.labels = edge.labels.filter((label) => label !== tooLate);
  }
  return [...edges.values()];
}
