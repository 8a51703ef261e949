import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { getZoomActions } from 'react-zoom-meeting';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { documentedComponent } from './documented-component';
import { meetingOn, pass, useVirtualTime } from './odd-order-tools';

useVirtualTime();

async function hosting() {
  const WaitingRoom = await documentedComponent('docs/recipes/in-the-meeting.md', 'WaitingRoom');
  const fake = createFakeZoomSdk();
  const { element, meeting } = meetingOn(fake, { role: 1, children: <WaitingRoom /> });
  render(element());
  await pass(3000);
  expect(meeting().status).toBe('joined');
  return { fake, meeting };
}

const waiting = () => screen.queryAllByText(/^Admit/).map(({ textContent }) => textContent);

it('lists each waiting participant once, even after a reconnection, and none from an earlier meeting', async () => {
  const { fake, meeting } = await hosting();
  const grace = fake.addParticipant({ displayName: 'Grace', bHold: true });
  await pass(100);
  expect(waiting()).toEqual(['Admit Grace']);
  act(() => fake.drop());
  await pass(100);
  act(() => fake.recover());
  await pass(3000);
  expect(waiting()).toEqual(['Admit Grace']);

  void meeting().leave();
  await pass(3000);
  fake.removeParticipant(grace.userId);
  void meeting().join();
  await pass(5000);
  expect(meeting().status).toBe('joined');
  expect(waiting()).toEqual([]);
});

it('lists a participant whom the host puts on hold, until they are admitted', async () => {
  const { fake, meeting } = await hosting();
  const { userId } = fake.addParticipant({ displayName: 'Grace' });
  await pass(100);
  expect(waiting()).toEqual([]);
  void getZoomActions(meeting()).putOnHold(userId);
  await pass(1000);
  expect(waiting()).toEqual(['Admit Grace']);
  act(() => screen.getByText('Admit Grace').click());
  await pass(1000);
  expect(waiting()).toEqual([]);
});
