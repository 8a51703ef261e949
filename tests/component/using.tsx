import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, vi } from 'vitest';
import { useZoomMeeting, ZoomMeetingProvider, type ZoomMeetingHandle } from 'react-zoom-meeting';
import { createFakeSignature, type FakeZoomSdk } from 'react-zoom-meeting/testing';

/** Lets time pass on the fake clock. */
export const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** Renders a component for each hook, and records what each hook returned in each render. */
export function using<Hooks extends Record<string, () => unknown>>(
  fake: FakeZoomSdk,
  hooks: Hooks,
  role: 0 | 1 = 0,
) {
  type Values = { [Name in keyof Hooks]: ReturnType<Hooks[Name]>[] };
  const values = Object.fromEntries(Object.keys(hooks).map((name) => [name, []])) as unknown as Values;
  const meeting: { current?: ZoomMeetingHandle } = {};
  const parts = Object.entries(hooks).map(([name, useHook]) => {
    const Part = () => {
      values[name]!.push(useHook() as never);
      return null;
    };
    return <Part key={name} />;
  });
  const Handle = () => {
    const handle = useZoomMeeting();
    meeting.current = handle;
    return null;
  };
  /** A component for each hook, below a provider. */
  const content = (children: ReactNode = parts) => (
    <ZoomMeetingProvider
      sdk={fake}
      role={role}
      meetingNumber="1234567890"
      userName="Ada"
      fetchSignature={async () => createFakeSignature({ mn: '1234567890', role })}
    >
      <Handle />
      {children}
    </ZoomMeetingProvider>
  );
  return {
    values,
    content,
    /** Renders the components, and waits until the meeting is joined. */
    async join() {
      render(content());
      await pass(3000);
      expect(meeting.current!.status).toBe('joined');
    },
    handle: () => meeting.current!,
    last: <Name extends keyof Hooks>(name: Name) => values[name].at(-1) as ReturnType<Hooks[Name]>,
    /** Which components render because of this, and how often. */
    async rendersAfter(change: () => void): Promise<Record<string, number>> {
      const before = Object.entries(values).map(([name, all]) => ({ name, count: all.length }));
      await act(async () => {
        change();
        await vi.advanceTimersByTimeAsync(10);
      });
      return Object.fromEntries(
        before
          .map(({ name, count }) => [name, values[name]!.length - count] as const)
          .filter(([, count]) => count > 0),
      );
    },
    async rejoin() {
      await act(async () => void meeting.current!.leave());
      await pass(3000);
      expect(meeting.current!.status).toBe('ended');
      await act(async () => void meeting.current!.join());
      await pass(3000);
      expect(meeting.current!.status).toBe('joined');
    },
    async reconnect() {
      await act(async () => fake.drop());
      expect(meeting.current!.status).toBe('reconnecting');
      await act(async () => fake.recover());
      await pass(1000);
      expect(meeting.current!.status).toBe('joined');
    },
  };
}
