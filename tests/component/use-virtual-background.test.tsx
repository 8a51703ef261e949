import { act, cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, expectTypeOf, it, vi } from 'vitest';
import { useVirtualBackground, useZoomActions, type ZoomVirtualBackground } from 'react-zoom-meeting';
import { createFakeZoomSdk } from 'react-zoom-meeting/testing';
import { pass, using } from './using';

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.useRealTimers();
});

const beach = { id: 'beach', fileName: 'beach.png', displayName: 'Beach', url: '/beach.png' };

async function inMeeting() {
  const fake = createFakeZoomSdk();
  const used = using(fake, {
    background: () => useVirtualBackground(),
    isBlurred: () => useVirtualBackground((background) => background?.id === 'blur'),
    actions: () => useZoomActions(),
  });
  await used.join();
  return { fake, ...used };
}

it('returns a value while joined or reconnecting, and undefined before and after', async () => {
  const { fake, values, last, reconnect } = await inMeeting();
  const none = { id: '', isVbOn: false, isLock: false, isSupported: true };
  expect(values.background[0]).toBeUndefined();
  expect(last('background')).toMatchObject({ ...none, vbList: [{ id: 'blur' }, {}, {}, {}] });
  await reconnect();
  expect(last('background')).toMatchObject(none);
  await act(async () => fake.end());
  expect(last('background')).toBeUndefined();
});

it('follows the actions, and renders only when the selected value changes', async () => {
  const { last, rendersAfter } = await inMeeting();
  const actions = last('actions');
  expect(await rendersAfter(() => void actions.updateVirtualBackgroundList([beach]))).toEqual({
    background: 1,
  });
  expect(last('background')?.vbList.map(({ id }) => id)).toEqual(['blur', 'beach']);
  expect(await rendersAfter(() => void actions.setVirtualBackground('beach'))).toEqual({ background: 1 });
  expect(last('background')).toMatchObject({ id: 'beach', isVbOn: true });
  expect(await rendersAfter(() => void actions.setVirtualBackground('blur'))).toEqual({
    background: 1,
    isBlurred: 1,
  });
  expect(await rendersAfter(() => void actions.lockVirtualBackground(true))).toEqual({ background: 1 });
  expect(last('background')).toMatchObject({ isLock: true });
  // The SDK refuses, so nothing changes.
  const refused = await rendersAfter(() => void actions.setVirtualBackground('beach').catch(() => {}));
  expect(refused).toEqual({});
});

it("an action resolves when the SDK's getters return the new value, after the SDK has rendered", async () => {
  const { last, handle } = await inMeeting();
  const client = handle().client!;
  const { getVirtualBackgroundStatus, setVirtualBackground } = client;
  Object.assign(client, {
    async setVirtualBackground(id: string) {
      const before = getVirtualBackgroundStatus();
      client.getVirtualBackgroundStatus = () => before;
      setTimeout(() => (client.getVirtualBackgroundStatus = getVirtualBackgroundStatus), 50);
      return setVirtualBackground(id);
    },
  });
  const chosen = last('actions').setVirtualBackground('blur');
  await pass(40);
  expect(last('background')?.id).toBe('');
  await pass(40);
  await chosen;
  expect(last('background')?.id).toBe('blur');
});

it("detects a background chosen in the SDK when the current user's row changes", async () => {
  const { fake, last, handle, rendersAfter } = await inMeeting();
  expect(await rendersAfter(() => void handle().client!.setVirtualBackground('blur'))).toEqual({});
  expect(
    await rendersAfter(() => fake.updateParticipant(fake.currentUser!.userId, { bVideoOn: true })),
  ).toEqual({ background: 1, isBlurred: 1 });
  expect(last('background')).toMatchObject({ id: 'blur' });
});

it('infers the types of selectors', () => {
  const Selected = () => {
    expectTypeOf(useVirtualBackground()).toEqualTypeOf<ZoomVirtualBackground | undefined>();
    expectTypeOf(useVirtualBackground((background) => background?.vbList.length)).toEqualTypeOf<
      number | undefined
    >();
    return null;
  };
  expect(Selected).toBeDefined();
  expectTypeOf<ZoomVirtualBackground>().toExtend<{ id: string; isSupported: boolean }>();
});
