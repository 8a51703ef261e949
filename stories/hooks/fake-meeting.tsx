import { useState, type ReactNode } from 'react';
import { ZoomMeetingProvider, ZoomMeetingView } from 'react-zoom-meeting';
import { createFakeZoomSdk, type FakeZoomSdk, type FakeZoomSdkOptions } from 'react-zoom-meeting/testing';
import { Split } from '../look/kit';
import { fetchSignature } from '../meeting-story';

/** The join options of the meetings in these stories. */
export const options = { meetingNumber: '1234567890', userName: 'Ada', fetchSignature };

/** A fake SDK that lasts as long as the story is mounted, set up by `prepare`. */
export function useFake(
  fakeOptions?: FakeZoomSdkOptions,
  prepare?: (fake: FakeZoomSdk) => void,
): FakeZoomSdk {
  const [fake] = useState(() => {
    const made = createFakeZoomSdk(fakeOptions);
    prepare?.(made);
    return made;
  });
  return fake;
}

/** A meeting on a fake SDK, with the content of a story beside it. */
export function FakeMeeting({
  role = 0,
  prepare,
  children,
}: {
  role?: 0 | 1;
  prepare?: (fake: FakeZoomSdk) => void;
  children: (fake: FakeZoomSdk) => ReactNode;
}): ReactNode {
  const fake = useFake(undefined, prepare);
  return (
    <ZoomMeetingProvider {...options} role={role} sdk={fake}>
      <Split>
        <ZoomMeetingView />
        {children(fake)}
      </Split>
    </ZoomMeetingProvider>
  );
}

/**
 * The height of the picture of a story with hooks on the page of its file: tall enough for both halves. Each file
 * writes its `parameters` out: Storybook would replace an imported object with the description that it adds.
 */
export const pictureHeight = '44rem';
