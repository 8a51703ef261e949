import { createSignatureHandler } from 'react-zoom-meeting/server';
import { findMeeting } from './directory';
import { userOf } from './sessions';
import { fetchZak } from './zak';

/** The signature endpoint: decides who may join which meeting, and who may host it. */
export const sign = createSignatureHandler({
  keys: () => ({ sdkKey: process.env.ZOOM_SDK_KEY!, sdkSecret: process.env.ZOOM_SDK_SECRET! }),
  authorize(request, { meetingNumber, role }) {
    const user = userOf(request.headers.get('cookie'));
    const meeting = findMeeting(meetingNumber);
    if (!user) return 'unauthenticated';
    if (!meeting) return false;
    // The page may request any role. Only the host gets role 1; everyone else joins as a participant.
    return { role: meeting.hostId === user.id ? role : 0 };
  },
  // `role` is the one that `authorize` has decided.
  async credentials(_request, { meetingNumber, role }) {
    const passcode = findMeeting(meetingNumber)?.passcode;
    const zak = role === 1 ? await fetchZak() : undefined;
    return { ...(passcode && { password: passcode }), ...(zak && { zak }) };
  },
  rateLimit: {
    requests: 30,
    perSeconds: 60,
    key: (request) => userOf(request.headers.get('cookie'))?.id ?? 'nobody',
  },
  onError: console.error,
});
