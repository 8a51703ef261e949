import { meetingInfoOf } from '../meeting/meeting-info';
import type { ZoomMeetingInfo } from '../sdk/zoom-sdk';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * Information about the meeting: its topic, number, passcode and UUID. `undefined` until the meeting is joined. Keeps its value
 * while reconnecting. The hook reads it when the meeting is joined, because the SDK has no event for changes.
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
