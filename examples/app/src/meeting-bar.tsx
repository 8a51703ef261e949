import { Link, useMatch } from 'react-router';
import { useZoomMeeting } from 'react-zoom-meeting';
import type { ListedMeeting } from '../server/api';

/** Shown on every page except the meeting page while the user is in the meeting: a link back, and Leave. */
export function MeetingBar({ meeting: { number, title } }: { meeting: ListedMeeting }) {
  const { status, leave } = useZoomMeeting();
  const isMeetingPage = useMatch(`/meetings/${number}`);
  if (isMeetingPage || (status !== 'joined' && status !== 'reconnecting')) return null;
  return (
    <section className="meeting-bar" aria-label="Current meeting">
      <p>
        You are in <strong>{title}</strong>. Opening another meeting leaves this one.
      </p>
      <Link to={`/meetings/${number}`} className="button primary">
        Back to the meeting
      </Link>
      <button className="button" onClick={() => void leave()}>
        Leave
      </button>
    </section>
  );
}
