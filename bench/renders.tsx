import { act, Profiler, useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { useParticipant, useZoomMeeting, ZoomMeeting, type ZoomClient } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, resetPage } from 'react-zoom-meeting/testing';

/**
 * What an app shows of the participants besides the meeting. `all, as usual`: a list in React state that each
 * event sets.
 */
export type Shown = 'nothing' | 'one participant' | 'all, as usual';

export interface Renders {
  /** The number of React commits during the events. */
  commits: number;
  /** How many of the events changed the displayed participant. */
  ownChanges: number;
}

const people = 10;

function OneParticipant({ userId }: { userId: number }) {
  const participant = useParticipant(userId);
  return <p>{participant?.bVideoOn ? 'films' : 'does not film'}</p>;
}

function AsUsual() {
  const { client } = useZoomMeeting();
  const [participants, setParticipants] = useState<ReturnType<ZoomClient['getAttendeeslist']>>([]);
  useEffect(() => {
    if (!client) return;
    const read = () => setParticipants([...client.getAttendeeslist()]);
    client.on('user-added', read);
    client.on('user-updated', read);
    client.on('user-removed', read);
  }, [client]);
  return <p>{participants.length}</p>;
}

/** Joins a meeting on the fake SDK in a DOM, emits SDK events one after another, and counts the React commits. */
export async function countRenders(shown: Shown, events: number): Promise<Renders> {
  resetPage();
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const fake = createFakeZoomSdk({ joinMs: 0, leaveMs: 0 });
  const rows = Array.from({ length: people }, (_, index) =>
    fake.addParticipant({ displayName: `Guest ${index}` }),
  );
  const shownId = rows[0]!.userId;
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  let commits = 0;
  const content: Record<Shown, ReactNode> = {
    nothing: null,
    'one participant': <OneParticipant userId={shownId} />,
    'all, as usual': <AsUsual />,
  };
  let reportJoined = () => {};
  const joined = new Promise<void>((resolve) => (reportJoined = resolve));
  await act(async () => {
    root.render(
      <Profiler id="app" onRender={() => (commits += 1)}>
        <ZoomMeeting
          sdk={fake}
          meetingNumber="1234567890"
          userName="Ada"
          fetchSignature={async () => createFakeSignature({})}
          onJoined={() => reportJoined()}
        >
          {content[shown]}
        </ZoomMeeting>
      </Profiler>,
    );
  });
  await act(() => joined);
  // Waits for what still renders after the join: the panel stays until the SDK's view has its size.
  await act(() => new Promise((resolve) => setTimeout(resolve, 3000)));

  commits = 0;
  let ownChanges = 0;
  // Without `act`, which would batch several commits.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  for (let event = 0; event < events; event += 1) {
    const { userId } = rows[event % people]!;
    if (event % 5 === 4) {
      fake.emit('active-speaker', [{ userId, displayName: 'Guest' }]);
    } else {
      fake.updateParticipant(userId, { bVideoOn: Math.floor(event / people) % 2 === 0 });
      if (userId === shownId) ownChanges += 1;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  const counted = { commits, ownChanges };
  root.unmount();
  container.remove();
  return counted;
}
