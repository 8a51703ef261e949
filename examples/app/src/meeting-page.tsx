import { ZoomLobby, ZoomMeetingView, type ZoomUserAction } from 'react-zoom-meeting';
import type { ListedMeeting } from '../server/api';
import { Chat } from './chat';
import { Page } from './page';
import { Participants } from './participants';

/** The lobby, and then the meeting with the participants and the chat beside it. */
export function MeetingPage({ meeting }: { meeting: ListedMeeting | undefined }) {
  if (!meeting) return <Page title="Meeting not found" />;
  return (
    <Page title={meeting.title}>
      <div className="meeting">
        <ZoomMeetingView lobby={<ZoomLobby />} title={meeting.title} aria-label="Meeting" onAction={act} />
        <aside aria-label="Participants and chat">
          <Participants />
          <Chat />
        </aside>
      </div>
    </Page>
  );
}

function act(action: ZoomUserAction) {
  // The session has ended, so the page shows the form again.
  if (action === 'sign-in') location.reload();
}
