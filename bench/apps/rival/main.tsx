import ZoomMtgEmbedded from '@zoom/meetingsdk/embedded';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The usual code today: the pattern of Zoom's official React sample. */
const query = new URLSearchParams(location.search);
/** How often a refused join is retried. The sample does not retry. */
const retries = Number(query.get('retries'));
let meetingNumber = '1234567891';
let isIn = false;

function App() {
  const [, renderAgain] = useState({});
  const client = ZoomMtgEmbedded.createClient();

  async function getSignature() {
    meetingNumber = meetingNumber === '1234567890' ? '1234567891' : '1234567890';
    try {
      const response = await fetch('/api/signature', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ meetingNumber, role: 0 }),
      });
      const { signature } = await response.json();
      return signature as string;
    } catch (error) {
      console.log(error);
      return undefined;
    }
  }

  async function startMeeting(attempt = 0) {
    const signature = await getSignature();
    if (signature === undefined) return;
    try {
      await client.init({
        zoomAppRoot: document.getElementById('meetingSDKElement')!,
        language: 'en-US',
        patchJsMedia: true,
        leaveOnPageUnload: true,
        assetPath: `${location.origin}/zoom-sdk/lib/av`,
      });
      await client.join({ signature, meetingNumber, userName: 'Ada', password: '' });
      isIn = true;
      performance.mark('joined');
    } catch (error) {
      console.log(error);
      if (attempt < retries) setTimeout(() => void startMeeting(attempt + 1), 1000 * 2 ** attempt);
    }
  }

  useEffect(() => {
    if (query.has('auto')) void startMeeting();
  }, []);

  return (
    <>
      <button
        onClick={async () => {
          performance.mark('asked');
          if (isIn) await client.leaveMeeting();
          await startMeeting();
        }}
      >
        Join
      </button>
      <button
        onClick={async () => {
          await client.leaveMeeting();
          ZoomMtgEmbedded.destroyClient();
          isIn = false;
          // Destroying takes 1.2 s (6.2.0). The next render gets another client.
          setTimeout(() => (renderAgain({}), performance.mark('left')), 1200);
        }}
      >
        Leave
      </button>
      <div id="meetingSDKElement" style={{ height: 600 }} />
    </>
  );
}

createRoot(document.getElementById('app')!).render(<App />);
