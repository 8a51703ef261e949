import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useParticipants, useZoomMeeting, ZoomMeeting, type SignatureFetcher } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, type FakeJoin } from 'react-zoom-meeting/testing';
import 'react-zoom-meeting/styles.css';

// A meeting on a fake SDK, which needs no Zoom account, no server and no network. In your app, omit `sdk`, and pass
// `createSignatureFetcher('/api/zoom/signature')`.

/** Zoom's answers to the joins of each situation, by name. */
const situations: Record<string, FakeJoin[]> = {
  'Everything is fine': ['ok'],
  'Signature is invalid (3712), once': [3712, 'ok'],
  'Wrong passcode': [3004, 'ok'],
  'Meeting is full': [4005],
};

const fetchSignature: SignatureFetcher = async ({ meetingNumber, role }) =>
  createFakeSignature({ mn: meetingNumber, role });

function App() {
  const [situation, setSituation] = useState('Everything is fine');
  return (
    <main>
      <h1>react-zoom-meeting, on a fake SDK</h1>
      <p>
        <label>
          What happens: <br />
          <select value={situation} onChange={({ target }) => setSituation(target.value)}>
            {Object.keys(situations).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      </p>
      {/* Another situation is another meeting. */}
      <Meeting key={situation} joins={situations[situation]!} />
    </main>
  );
}

function Meeting({ joins }: { joins: FakeJoin[] }) {
  const [sdk] = useState(() => {
    const fake = createFakeZoomSdk({ joins });
    fake.addParticipant({ displayName: 'Grace' });
    return fake;
  });
  return (
    <ZoomMeeting
      meetingNumber="123 4567 890"
      userName="Ada"
      title="Weekly sync"
      fetchSignature={fetchSignature}
      sdk={sdk}
      style={{ height: 400 }}
    >
      <Status />
    </ZoomMeeting>
  );
}

function Status() {
  const { status } = useZoomMeeting();
  const names = useParticipants((all) => all.map(({ displayName }) => displayName));
  return (
    <p>
      Status: <strong data-testid="status">{status}</strong>. In the meeting: {names.join(', ') || 'nobody'}
    </p>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
