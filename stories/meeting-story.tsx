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

/** The args of a story with a meeting: the props of `ZoomMeeting`, and how the fake SDK behaves. */
export interface MeetingStoryArgs extends Partial<ZoomMeetingProps> {
  /** The outcomes of loads and joins. */
  fake?: FakeZoomSdkOptions;
  /** Runs as soon as the meeting is joined. */
  onceJoined?: (fake: FakeZoomSdk, meeting: ZoomMeetingHandle) => void;
}

/** A signature as a signer on this machine would create it. */
export const fetchSignature: SignatureFetcher = async ({ meetingNumber, role }) =>
  createFakeSignature({ mn: meetingNumber, role });

/** A meeting on its own fake SDK, in real time. */
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
