import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Presence, SessionEvent } from '../../../../src/session/session-model';
import { change, error, play, signed } from '../play';

/** Codes of every class. Those that are retried occur more often. */
const code = fc.constantFrom(3712, 3712, 3705, -3000, -3000, 3000, 3136, 3633, 200, 3008, 3, 3004, 4004);
const retryableCode = fc.constantFrom(3712, 3712, 3712, 3705, -3000, 3000, 3136, 4008, 200);
const candidate = fc.integer({ min: -60, max: 400 }).map((iat) => signed(iat));
const failure = (type: 'join-failed' | 'sdk-failed' | 'signature-failed') =>
  code.map((number): SessionEvent => ({ type, error: error(number) }));
const plain = (...types: ('sdk-ready' | 'join-resolved' | 'roster-changed' | 'retry-now')[]) =>
  fc.constantFrom(...types.map((type): SessionEvent => ({ type })));

const signatureReady = candidate.map((fresh): SessionEvent => ({
  type: 'signature-ready',
  candidate: fresh,
}));
const deadline = fc.constant<SessionEvent>({ type: 'deadline' });

const anyEvent = fc.oneof(
  fc.option(candidate, { nil: undefined }).map((reusable): SessionEvent => ({ type: 'join', reusable })),
  plain('sdk-ready', 'join-resolved', 'roster-changed', 'retry-now'),
  fc.constant(change('Connected')),
  { arbitrary: signatureReady, weight: 3 },
  { arbitrary: deadline, weight: 3 },
  { arbitrary: failure('join-failed'), weight: 2 },
  code.map((number) => change('Fail', '', number)),
  failure('sdk-failed'),
  failure('signature-failed'),
  fc.constant(change('Reconnecting', 'failover')),
  fc.constant(change('Closed', 'ended by host')),
  fc.constant<SessionEvent>({ type: 'join', invalid: error('INVALID_OPTIONS') }),
  fc.constant<SessionEvent>({ type: 'join', heldBy: '5555555555' }),
  fc.constant<SessionEvent>({ type: 'page-busy', heldBy: '5555555555' }),
  fc
    .constantFrom('page-acquired', 'online', 'offline', 'end-refused')
    .map((type): SessionEvent => ({ type })),
  fc.constant<SessionEvent>({ type: 'app-threw', error: error('UNKNOWN') }),
  fc.constantFrom('cancelled', 'left', 'ended').map((reason): SessionEvent => ({ type: 'leave', reason })),
  fc.constant<SessionEvent>({ type: 'left', reason: 'left' }),
);

const presence = fc.constantFrom<Presence>('unknown', 'on-hold', 'in');

/** An event, the time since the previous one in ms, and whether the participant is in the meeting at that time. */
const moment = (event: fc.Arbitrary<SessionEvent>) =>
  fc.record({ event, pause: fc.constantFrom(0, 100, 600, 3000, 20_000, 70_000), presence });

/** The events that end a pending `join()`, after which another one may start. */
const endsJoin: readonly SessionEvent['type'][] = [
  'join-failed',
  'lost',
  'closed',
  'connected',
  'deadline',
  'left',
  'app-threw',
];

const waits = ['preparing', 'joining', 'retrying', 'reconnecting'];

describe('the state machine with random events', () => {
  it('has at most one join in progress', () => {
    fc.assert(
      fc.property(fc.array(moment(anyEvent), { maxLength: 60 }), (moments) => {
        const session = play();
        let inFlight = false;
        for (const { event, pause, presence: seen } of moments) {
          if (endsJoin.includes(event.type)) inFlight = false;
          const effects = session.happen(event, pause, seen);
          const joins = effects.filter((effect) => effect.startsWith('join ')).length;
          expect(joins + Number(inFlight)).toBeLessThanOrEqual(1);
          inFlight ||= joins > 0;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never waits without a deadline, and never keeps one that has passed', () => {
    fc.assert(
      fc.property(fc.array(moment(anyEvent), { maxLength: 60 }), (moments) => {
        const session = play();
        for (const { event, pause, presence: seen } of moments) {
          const { status: statusBefore, deadline: before } = session;
          session.happen(event, pause, seen);
          const { status } = session;
          const isPaused = session.state.status === 'retrying' && session.state.offline;
          const hasNoRow = status === 'waiting-room' && statusBefore !== status && seen === 'unknown';
          if (hasNoRow || (waits.includes(status) && !isPaused)) expect(session.deadline).toBeDefined();
          else if (!isPaused && status !== 'waiting-for-host' && status !== 'waiting-room')
            expect(session.deadline).toBeUndefined();
          const wasDue = event.type === 'deadline' && before !== undefined && before <= session.elapsed;
          if (!wasDue) continue;
          // A retry without a backoff is due at once, and then waits for its signature.
          if (session.deadline === session.elapsed) session.happen({ type: 'deadline' }, 0, seen);
          expect(session.deadline ?? Infinity).toBeGreaterThan(session.elapsed);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('joins at most five times when refused repeatedly, and never after the budget', () => {
    const refusal = fc.oneof(
      {
        arbitrary: retryableCode.map((number): SessionEvent => ({
          type: 'join-failed',
          error: error(number),
        })),
        weight: 4,
      },
      { arbitrary: signatureReady, weight: 4 },
      { arbitrary: deadline, weight: 4 },
      plain('sdk-ready', 'retry-now'),
    );
    const retry = fc.constantFrom(undefined, true, 100, () => true);
    fc.assert(
      fc.property(retry, fc.array(moment(refusal), { maxLength: 80 }), (value, moments) => {
        const session = play({ retry: { retry: value } });
        session.send({ type: 'join' });
        session.send({ type: 'sdk-ready' });
        let joins = 0;
        for (const { event, pause } of moments) {
          const { nextAttemptAt } = session;
          if (nextAttemptAt !== undefined) expect(nextAttemptAt).toBeLessThanOrEqual(100_000);
          joins += session
            .happen(event, pause, 'unknown')
            .filter((effect) => effect.startsWith('join ')).length;
        }
        expect(joins).toBeLessThanOrEqual(5);
      }),
      { numRuns: 2000 },
    );
  });
});
