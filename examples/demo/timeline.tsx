import type { ZoomMeetingState } from 'react-zoom-meeting';

/** A state of the meeting, and when it began. */
export interface TimelineEntry {
  at: number;
  state: ZoomMeetingState;
}

/** A state with more detail about the same step replaces the previous one. */
export function withState(
  entries: readonly TimelineEntry[],
  state: ZoomMeetingState,
  at: number,
): TimelineEntry[] {
  const last = entries.at(-1);
  if (!last || last.state.status !== state.status) return [...entries, { at, state }];
  return [...entries.slice(0, -1), { at: last.at, state }];
}

/** What the component did, and when. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const start = entries[0]?.at ?? 0;
  return (
    <section className="card" aria-labelledby="timeline-title">
      <h2 id="timeline-title">What happens</h2>
      <ol className="rail" data-testid="timeline">
        {entries.map(({ at, state }, index) => (
          <li key={index} data-status={state.status}>
            <span className="when">{((at - start) / 1000).toFixed(1)} s</span>
            <div>
              <strong>{state.status}</strong>
              <span className="detail">{detail(state, at)}</span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function detail(state: ZoomMeetingState, at: number): string {
  switch (state.status) {
    case 'busy':
      return `Meeting ${state.meetingNumber} has the page.`;
    case 'joining':
      return `Attempt ${state.attempt}`;
    case 'retrying': {
      const { code, reason } = state.reason;
      if (state.offline) return `${code}. Attempt ${state.attempt} starts when the page is online.`;
      const seconds = Math.max(0, (state.nextAttemptAt - at) / 1000).toFixed(1);
      const why = state.holding ? 'when the signature becomes valid' : 'after a backoff';
      const when = seconds === '0.0' ? 'at once' : `in ${seconds} s, ${why}`;
      return `${code}, “${reason}” Attempt ${state.attempt} ${when}.`;
    }
    case 'reconnecting':
    case 'ended':
      return state.reason;
    case 'failed':
      return state.error.message;
    default:
      return '';
  }
}

/** What developers see: the findings of the latest error that has any. */
export function Verdict({ entries }: { entries: readonly TimelineEntry[] }) {
  const errors = entries.map(({ state }) =>
    state.status === 'failed' ? state.error : state.status === 'retrying' ? state.reason : undefined,
  );
  const findings = errors.filter((error) => error?.findings.length).at(-1)?.findings;
  if (!findings) return null;
  return (
    <section className="card verdict" aria-labelledby="verdict-title">
      <h2 id="verdict-title">What the developer is told</h2>
      <ul>
        {findings.map(({ id, cause, cure, evidence }) => (
          <li key={id}>
            <code>{id}</code>
            <p>
              <strong>{cause}</strong> {cure}
            </p>
            <small>{evidence}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
