import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { act, render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { expect, it } from 'vitest';
import { getZoomActions } from 'react-zoom-meeting';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { fencedBlocks } from '../unit/docs/fenced-blocks';
import { meetingOn, pass, useVirtualTime } from './odd-order-tools';

useVirtualTime();

/** The component that the recipe shows, word for word. */
async function recipe(): Promise<ComponentType> {
  const page = readFileSync('docs/recipes/in-the-meeting.md', 'utf8');
  const { code } = fencedBlocks(page).find((block) => block.code.includes('function WaitingRoom'))!;
  const folder = resolve('tests/.artifacts/waiting-room-recipe');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/waiting-room.tsx`, code);
  const module = (await import(/* @vite-ignore */ `${folder}/waiting-room.tsx`)) as {
    WaitingRoom: ComponentType;
  };
  return module.WaitingRoom;
}

async function hosting() {
  const WaitingRoom = await recipe();
  const fake = createFakeZoomSdk();
  const { element, meeting } = meetingOn(fake, { role: 1, children: <WaitingRoom /> });
  render(element());
  await pass(3000);
  expect(meeting().status).toBe('joined');
  return { fake, meeting };
}

const waiting = () => screen.queryAllByText(/^Admit/).map(({ textContent }) => textContent);

it('shows who waits, once, also after a reconnection, and nobody of an earlier meeting', async () => {
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

it('shows a participant whom the host puts on hold, until they are admitted', async () => {
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
