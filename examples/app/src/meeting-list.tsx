import { Link } from 'react-router';
import type { ListedMeeting } from '../server/api';
import { Page } from './page';

export function MeetingList({ meetings }: { meetings: ListedMeeting[] }) {
  return (
    <Page title="Your meetings">
      <ul className="meetings">
        {meetings.map(({ number, title, time, isHost }) => (
          <li key={number}>
            <div>
              <h2>{title}</h2>
              <p>
                {time}
                {isHost && <span className="tag">You are the host</span>}
              </p>
            </div>
            <Link to={`/meetings/${number}`} className="button" aria-label={`Open ${title}`}>
              Open
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
