import { onlineManager } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  type SignatureFetcher,
  ZoomLobby,
  type ZoomMeetingHandle,
  type ZoomMeetingProps,
} from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { meetingOn, pass, useVirtualTime } from './odd-order-tools';

useVirtualTime();

const fetcherOf =
  (user: string): SignatureFetcher =>
  async ({ meetingNumber, role }) => ({
    signature: createFakeSignature({ mn: meetingNumber, role }),
    tk: `tk of ${user}`,
  });

/** The props while this user is signed in. */
const signedInAs = (user: string): Partial<ZoomMeetingProps> => ({
  userName: user,
  customerKey: user,
  fetchSignature: fetcherOf(user),
});

/** Ada joins. While her join is waiting or has failed, Grace signs in. Returns the details of Grace's join. */
async function graceJoins(
  when: 'offline' | 'busy' | 'retrying' | 'joined, then lost',
  begin: (meeting: ZoomMeetingHandle) => void,
  props: Partial<ZoomMeetingProps>,
) {
  const fake = createFakeZoomSdk(when === 'retrying' ? { joins: [-3000, 'ok'] } : {});
  const other = meetingOn(fake, { meetingNumber: '999999999' });
  if (when === 'busy') {
    render(other.element());
    await pass(3000);
  }
  const { element, meeting } = meetingOn(fake, { retryDelay: 10_000, ...props, ...signedInAs('Ada') });
  const { rerender } = render(element());
  await pass(1000);
  if (when === 'offline') act(() => onlineManager.setOnline(false));
  act(() => begin(meeting()));
  await pass(2000);
  rerender(element(signedInAs('Grace')));
  await pass(500);
  if (when === 'offline') act(() => onlineManager.setOnline(true));
  if (when === 'busy') void other.meeting().leave();
  if (when === 'joined, then lost') act(() => fake.fail());
  await pass(40_000);
  expect(meeting().status).toBe('joined');
  return fake.joinCalls.at(-1)!.options;
}

describe.each(['offline', 'busy', 'retrying', 'joined, then lost'] as const)(
  'another person signs in: %s',
  (when) => {
    it('joins without the name and ZAK passed to join(), but with the passcode', async () => {
      const given = { zak: 'zak of Ada', userName: 'Ada', password: 'right' };
      const options = await graceJoins(when, (meeting) => void meeting.join(given), { autoJoin: false });
      expect(options).toMatchObject({ customerKey: 'Grace', userName: 'Grace', password: 'right' });
      expect(options.zak).toBeUndefined();
    });

    it('joins without the name typed in the lobby', async () => {
      const pressJoin = () => fireEvent.click(screen.getAllByRole('button', { name: 'Join' }).at(-1)!);
      const options = await graceJoins(when, pressJoin, { lobby: <ZoomLobby /> });
      expect(options).toMatchObject({ customerKey: 'Grace', userName: 'Grace' });
    });
  },
);

it('joins without the email address that was typed when another person signs in before a retry', async () => {
  const fake = createFakeZoomSdk({ joins: [3005, -3000, 'ok'] });
  const { element } = meetingOn(fake, { retryDelay: 10_000, ...signedInAs('Ada') });
  const { rerender } = render(element());
  await pass(3000);
  const field = screen.getByLabelText('Email address');
  fireEvent.change(field, { target: { value: 'ada@example.com' } });
  fireEvent.submit(field);
  await pass(3000);
  rerender(element(signedInAs('Grace')));
  await pass(30_000);
  const { options } = fake.joinCalls.at(-1)!;
  expect(options.customerKey).toBe('Grace');
  expect(options.userEmail).toBeUndefined();
});

it.each([
  [3004, 'Meeting passcode'],
  [3005, 'Email address'],
])('another person signs in while the form of %d is shown: it is empty', async (code, label) => {
  const fake = createFakeZoomSdk({ joins: [code, 'ok'] });
  const { element } = meetingOn(fake, signedInAs('Ada'));
  const { rerender } = render(element());
  await pass(3000);
  fireEvent.change(screen.getByLabelText(label), { target: { value: 'typed by Ada' } });
  rerender(element());
  expect(screen.getByLabelText(label)).toHaveValue('typed by Ada');
  rerender(element(signedInAs('Grace')));
  await pass(100);
  expect(screen.getByLabelText(label)).toHaveValue('');
});

it('shows the name of another person who signs in while the lobby is shown', async () => {
  const { element } = meetingOn(createFakeZoomSdk(), { lobby: <ZoomLobby />, ...signedInAs('Ada') });
  const { rerender } = render(element());
  await pass(100);
  fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'typed by Ada' } });
  rerender(element(signedInAs('Grace')));
  await pass(100);
  expect(screen.getByLabelText('Your name')).toHaveValue('Grace');
});
