import type { ZoomMeetingState } from 'react-zoom-meeting';

/** One state of the meeting, and when it began. */
export interface TimelineEntry {
  at: number;
  state: ZoomMeetingState;
}

/** What the library did, and when. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const start = entries[0]?.at ?? 0;
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">What happens</h2>
      <ol className="timeline" data-testid="timeline">
        {entries.map(({ at, state }, index) => (
          <li key={index} data-status={state.status}>
            <span className="when">{((at - start) / 1000).toFixed(1)} s</span>
            <div>
              <strong>{state.status}</strong> {detail(state, at)}
              <Findings state={state} />
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
      return `meeting ${state.meetingNumber} has the page`;
    case 'retrying': {
      if (state.offline) return `${state.reason.code}: attempt ${state.attempt} when the page is online`;
      const seconds = Math.max(0, (state.nextAttemptAt - at) / 1000).toFixed(1);
      const why = state.holding ? 'held: its iat is not due yet' : 'backing off';
      return `${state.reason.code} “${state.reason.reason}”: attempt ${state.attempt} in ${seconds} s (${why})`;
    }
    case 'reconnecting':
      return `attempt ${state.attempt}: ${state.reason}`;
    case 'ended':
      return state.reason;
    case 'failed':
      return `${state.error.message} Attempts: ${state.error.attempts}. What the person can do: ${state.error.userAction}.`;
    default:
      return 'attempt' in state ? `attempt ${state.attempt}` : '';
  }
}

function Findings({ state }: { state: ZoomMeetingState }) {
  const error =
    state.status === 'failed' ? state.error : state.status === 'retrying' ? state.reason : undefined;
  if (!error?.findings.length) return null;
  return (
    <ul className="findings">
      {error.findings.map(({ id, cause, cure, evidence }) => (
        <li key={id}>
          <code>{id}</code> {cause} {cure} <small>{evidence}</small>
        </li>
      ))}
    </ul>
  );
}
