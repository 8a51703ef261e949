import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { ZoomMeetingProps } from 'react-zoom-meeting';
import { createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';
import { documentedComponent } from './documented-component';
import { fetchSignature, meetingOn, pass, useVirtualTime } from './odd-order-tools';

useVirtualTime();

const optionsOf = (sdk: FakeZoomSdk): ZoomMeetingProps => ({
  sdk,
  meetingNumber: '1234567890',
  userName: 'Ada',
  fetchSignature,
});

it('the chat shows each message, even those without an id, and clears the field after sending', async () => {
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
  const MeetingWithChat = await documentedComponent<ZoomMeetingProps>(
    'docs/host-controls.md',
    'MeetingWithChat',
  );
  const fake = createFakeZoomSdk();
  render(<MeetingWithChat {...optionsOf(fake)} />);
  await pass(3000);
  const field = screen.getByLabelText<HTMLInputElement>('Message');
  fireEvent.change(field, { target: { value: 'Hello' } });
  fireEvent.click(screen.getByText('Send'));
  await pass(10);
  expect(field.value).toBe('');
  await act(async () => {
    for (const message of ['one', 'two'])
      fake.emit('chat-on-message', {
        message,
        sender: { name: 'Grace', userId: 5 },
        receiver: { name: '', userId: 0 },
        timestamp: 0,
      });
  });
  await pass(10);
  const shown = screen.getAllByText(/: /).map(({ textContent }) => textContent);
  expect(shown).toEqual(['Ada: Hello', 'Grace: one', 'Grace: two']);
  expect(errors).not.toHaveBeenCalled();
});

it('useZoomEvent: shows the host’s message to all breakout rooms', async () => {
  const HostsMessage = await documentedComponent('docs/hooks-and-events.md', 'HostsMessage');
  const fake = createFakeZoomSdk();
  const { element } = meetingOn(fake, { children: <HostsMessage /> });
  render(element());
  await pass(3000);
  await act(async () => fake.emit('broadcast-message', { message: 'Two minutes left' }));
  await pass(10);
  expect(screen.getByText('Two minutes left').getAttribute('role')).toBe('status');
});

it('getZoomActions: a button outside the meeting mutes everyone', async () => {
  const Page = await documentedComponent<ZoomMeetingProps>('docs/host-controls.md', 'Page');
  const fake = createFakeZoomSdk();
  render(<Page {...optionsOf(fake)} role={1} />);
  await pass(3000);
  fireEvent.click(screen.getByText('Mute everyone'));
  await pass(10);
  expect(fake.calls.filter(({ method }) => method === 'muteAll')).toMatchObject([{ args: [true] }]);
});
