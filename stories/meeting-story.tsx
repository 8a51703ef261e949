import { useMemo, useRef, type ReactNode } from 'react';
import {
  type SignatureFetcher,
  ZoomMeeting,
  type ZoomMeetingHandle,
  type ZoomMeetingProps,
} from 'react-zoom-meeting';
import {
  createFakeSignature,
  createFakeZoomSdk,
  type FakeZoomSdk,
  type FakeZoomSdkOptions,
} from 'react-zoom-meeting/testing';

/** What a story of a meeting is told: the props of `ZoomMeeting`, and how the fake SDK behaves. */
export interface MeetingStoryArgs extends Partial<ZoomMeetingProps> {
  /** How loads and joins go. */
  fake?: FakeZoomSdkOptions;
  /** What happens as soon as the meeting is joined. */
  onceJoined?: (fake: FakeZoomSdk, meeting: ZoomMeetingHandle) => void;
}

/** A signature that a signer of this machine would make. */
export const fetchSignature: SignatureFetcher = async ({ meetingNumber, role }) =>
  createFakeSignature({ mn: meetingNumber, role });

/** A meeting on a fake SDK of its own, in real time. */
export function MeetingStory({ fake: options, onceJoined, ...props }: MeetingStoryArgs): ReactNode {
  const fake = useMemo(() => createFakeZoomSdk(options), [options]);
  const meeting = useRef<ZoomMeetingHandle>(null);
  return (
    <ZoomMeeting
      ref={meeting}
      meetingNumber="123 4567 890"
      userName="Ada"
      fetchSignature={fetchSignature}
      sdk={fake}
      {...props}
      onJoined={() => {
        props.onJoined?.();
        if (meeting.current) onceJoined?.(fake, meeting.current);
      }}
    />
  );
}
