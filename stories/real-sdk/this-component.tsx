import { createSignatureFetcher, scriptSdk, ZoomMeeting, type ZoomMeetingState } from 'react-zoom-meeting';

const fetchSignature = createSignatureFetcher('/api/zoom/signature');
const sdk = scriptSdk({ baseUrl: 'zoom-sdk' });

export const Meeting = ({ onStatusChange }: { onStatusChange: (state: ZoomMeetingState) => void }) => (
  <ZoomMeeting
    meetingNumber="123 456 789"
    userName="Ada"
    fetchSignature={fetchSignature}
    sdk={sdk}
    onStatusChange={onStatusChange}
  />
);
