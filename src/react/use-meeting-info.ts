import { meetingInfoOf } from '../meeting/meeting-info';
import type { ZoomMeetingInfo } from '../sdk/zoom-sdk';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * What the SDK knows about the meeting: its topic, number, passcode and UUID. `undefined` until joined. Unchanged while
 * reconnecting. Read when the meeting is joined: the SDK has no event for a change.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const topic = useMeetingInfo()?.meetingTopic;
 * return <h1>{topic}</h1>;
 */
export function useMeetingInfo(): ZoomMeetingInfo | undefined {
  return useSelection(meetingInfoOf(useProvidedSession()), itself);
}

const itself = (info: ZoomMeetingInfo | undefined) => info;
