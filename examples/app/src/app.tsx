import { Link, Route, Routes } from 'react-router';
import { ZoomMeetingProvider } from 'react-zoom-meeting';
import type { Account } from '../server/api';
import { useAccount } from './account';
import { MeetingBar } from './meeting-bar';
import { MeetingList } from './meeting-list';
import { MeetingPage } from './meeting-page';
import { Page } from './page';
import { SignIn } from './sign-in';
import { useOpenedMeeting } from './use-opened-meeting';
import { fetchSignature, sdk } from './zoom';

export function App() {
  const { data: account, error } = useAccount();
  if (account) return <SignedIn account={account} />;
  if (account === null) return <SignIn />;
  return error && <Page title="Something went wrong">{error.message} Reload the page to try again.</Page>;
}

/**
 * The provider is above the routes, so users stay in the meeting while they navigate. Opening another meeting
 * leaves it.
 */
function SignedIn({ account: { user, meetings } }: { account: Account }) {
  const meeting = useOpenedMeeting(meetings);
  return (
    <ZoomMeetingProvider
      // Empty until the user opens a meeting, which is joined when they press Join in the lobby.
      meetingNumber={meeting?.number ?? ''}
      autoJoin={false}
      userName={user.name}
      // This is only a request: `authorize` on the server decides who hosts.
      role={meeting?.isHost ? 1 : 0}
      fetchSignature={fetchSignature}
      sdk={sdk}
    >
      <header className="header">
        <Link to="/" className="brand">
          Meetings
        </Link>
        <span className="user">{user.name}</span>
        <form method="post" action="/api/sign-out">
          <button className="button">Sign out</button>
        </form>
      </header>
      {meeting && <MeetingBar meeting={meeting} />}
      <Routes>
        <Route index element={<MeetingList meetings={meetings} />} />
        <Route path="meetings/:number" element={<MeetingPage meeting={meeting} />} />
        <Route path="*" element={<Page title="Page not found" />} />
      </Routes>
    </ZoomMeetingProvider>
  );
}
