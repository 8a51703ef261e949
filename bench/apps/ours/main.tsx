import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createSignatureFetcher,
  preloadZoomSdk,
  scriptSdk,
  ZoomMeeting,
  type ZoomMeetingHandle,
} from 'react-zoom-meeting';
import 'react-zoom-meeting/styles.css';

const sdk = scriptSdk({ baseUrl: '/zoom-sdk' });
const fetchSignature = createSignatureFetcher('/api/signature');
const query = new URLSearchParams(location.search);

function App() {
  const meeting = useRef<ZoomMeetingHandle>(null);
  const [meetingNumber, setMeetingNumber] = useState(query.has('auto') ? '1234567890' : undefined);
  return (
    <>
      <button
        onClick={async () => {
          performance.mark('asked');
          await meeting.current?.leave();
          setMeetingNumber((number) => (number === '1234567890' ? '1234567891' : '1234567890'));
        }}
      >
        Join
      </button>
      <button onClick={() => void meeting.current?.leave().then(() => performance.mark('left'))}>
        Leave
      </button>
      <div style={{ height: 600 }}>
        {meetingNumber && (
          <ZoomMeeting
            ref={meeting}
            sdk={sdk}
            meetingNumber={meetingNumber}
            userName="Ada"
            fetchSignature={fetchSignature}
            onJoined={() => void performance.mark('joined')}
            onStatusChange={({ status }) => (document.body.dataset['status'] = status)}
          />
        )}
      </div>
    </>
  );
}

if (query.has('preload')) preloadZoomSdk(sdk);
createRoot(document.getElementById('app')!).render(<App />);
