import { createRoot } from 'react-dom/client';
import { createSignatureFetcher, scriptSdk, ZoomLobby, ZoomMeeting } from 'react-zoom-meeting';
import 'react-zoom-meeting/styles.css';

const sdk = scriptSdk({ baseUrl: '/zoom-sdk' });
const fetchSignature = createSignatureFetcher('/api/signature');

createRoot(document.getElementById('app')!).render(
  <div style={{ height: 600 }}>
    <ZoomMeeting
      sdk={sdk}
      meetingNumber="1234567890"
      userName="Ada"
      fetchSignature={fetchSignature}
      lobby={<ZoomLobby onJoin={() => void performance.mark('asked')} />}
      onJoined={() => void performance.mark('joined')}
    />
  </div>,
);
