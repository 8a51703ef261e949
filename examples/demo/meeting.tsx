import {
  createSignatureFetcher,
  scriptSdk,
  ZoomMeeting,
  type ZoomMeetingProps,
} from 'react-zoom-meeting';

const fetchSignature = createSignatureFetcher('/api/zoom/signature');
const sdk = scriptSdk({ baseUrl: '/zoom-sdk' });

export const Meeting = ({
  onStatusChange,
}: Pick<ZoomMeetingProps, 'onStatusChange'>) => (
  <ZoomMeeting
    meetingNumber="123 456 789"
    userName="Ada"
    title="Weekly sync"
    fetchSignature={fetchSignature}
    sdk={sdk}
    onStatusChange={onStatusChange}
  />
);
