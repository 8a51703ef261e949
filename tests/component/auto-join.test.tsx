import { fireEvent, render, screen } from '@testing-library/react';
import { createRef, useState } from 'react';
import { expect, it } from 'vitest';
import { ZoomLobby, ZoomMeeting, type ZoomMeetingHandle } from 'react-zoom-meeting';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { fetchSignature, meetingOn, pass, useVirtualTime } from './odd-order-tools';

useVirtualTime();

it.each([
  [undefined, true],
  [true, false],
])(
  'keeps the joined meeting when autoJoin changes from %s to %s while another meeting mounts above',
  async (before, after) => {
    const fake = createFakeZoomSdk();
    const joined = meetingOn(fake, { autoJoin: before });
    const newcomer = meetingOn(fake, { meetingNumber: '999999999' });
    const { rerender } = render(
      <>
        <i key="newcomer" />
        <b key="joined">{joined.element()}</b>
      </>,
    );
    await pass(3000);
    rerender(
      <>
        <i key="newcomer">{newcomer.element()}</i>
        <b key="joined">{joined.element({ autoJoin: after })}</b>
      </>,
    );
    await pass(8000);
    expect([joined.meeting().status, newcomer.meeting().status]).toEqual(['joined', 'busy']);
  },
);

it('keeps the joined meeting when the lobby is removed while another meeting mounts above', async () => {
  const fake = createFakeZoomSdk();
  const newcomer = meetingOn(fake, { meetingNumber: '999999999' });
  const ref = createRef<ZoomMeetingHandle>();
  function App() {
    const [isJoined, setJoined] = useState(false);
    return (
      <>
        <i>{isJoined && newcomer.element()}</i>
        <ZoomMeeting
          ref={ref}
          sdk={fake}
          meetingNumber="1234567890"
          userName="Ada"
          fetchSignature={fetchSignature}
          onJoined={() => setJoined(true)}
          lobby={isJoined ? undefined : <ZoomLobby />}
        />
      </>
    );
  }
  render(<App />);
  await pass(1000);
  fireEvent.click(screen.getByRole('button', { name: 'Join' }));
  await pass(8000);
  expect([ref.current!.status, newcomer.meeting().status]).toEqual(['joined', 'busy']);
});

it('joins when autoJoin becomes true', async () => {
  const fake = createFakeZoomSdk();
  const one = meetingOn(fake, { autoJoin: false });
  const { rerender } = render(one.element());
  await pass(1000);
  expect(one.meeting().status).toBe('idle');
  rerender(one.element({ autoJoin: true }));
  await pass(3000);
  expect(one.meeting().status).toBe('joined');
  expect(fake.joinCalls).toHaveLength(1);
});
