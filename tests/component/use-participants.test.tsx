import { act, cleanup, render, screen } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import {
  useCurrentUser,
  useParticipants,
  ZoomMeetingProvider,
  type ZoomParticipant,
} from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

const renders = { count: 0 };

function People() {
  renders.count += 1;
  const participants = useParticipants();
  const currentUser = useCurrentUser();
  return (
    <output>
      {participants.map(({ displayName, bVideoOn }) => displayName + (bVideoOn ? '+' : '')).join(' ')} |{' '}
      {currentUser?.displayName}
    </output>
  );
}

const show = (fake: FakeZoomSdk, meetingNumber = '1234567890') => (
  <StrictMode>
    <ZoomMeetingProvider
      sdk={fake}
      meetingNumber={meetingNumber}
      userName="Ada"
      fetchSignature={async () => createFakeSignature({ mn: meetingNumber })}
    >
      <People />
    </ZoomMeetingProvider>
  </StrictMode>
);

const shown = () => screen.getByRole('status').textContent;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(5000);
  vi.useRealTimers();
});

it('follows participants who join, change and leave', async () => {
  const fake = createFakeZoomSdk();
  fake.addParticipant({ displayName: 'Grace' });
  render(show(fake));
  expect(shown()).toBe(' | ');
  await pass(3000);
  expect(shown()).toBe('Ada Grace | Ada');

  const alan = await act(async () => fake.addParticipant({ displayName: 'Alan' }));
  expect(shown()).toBe('Ada Grace Alan | Ada');
  await act(async () => fake.updateParticipant(alan.userId, { bVideoOn: true }));
  expect(shown()).toBe('Ada Grace Alan+ | Ada');
  await act(async () => fake.removeParticipant(alan.userId));
  expect(shown()).toBe('Ada Grace | Ada');
});

it('stays unchanged while reconnecting, and is empty when the meeting is over', async () => {
  const fake = createFakeZoomSdk();
  fake.addParticipant({ displayName: 'Grace' });
  render(show(fake));
  await pass(3000);
  await act(async () => fake.drop());
  expect(shown()).toBe('Ada Grace | Ada');
  await act(async () => fake.recover());
  expect(shown()).toBe('Ada Grace | Ada');
  await act(async () => fake.end('ended by host'));
  expect(shown()).toBe(' | ');
});

it('is undefined in the waiting room', async () => {
  const fake = createFakeZoomSdk({ joins: ['waiting-room'] });
  fake.addParticipant({ displayName: 'Grace' });
  render(show(fake));
  await pass(3000);
  expect(fake.state).toBe('waiting-room');
  expect(shown()).toBe(' | ');
  await act(async () => fake.admit());
  expect(shown()).toBe('Ada Grace | Ada');
});

it('does not render for events that change no participant', async () => {
  const fake = createFakeZoomSdk();
  render(show(fake));
  await pass(3000);
  const before = renders.count;
  await act(async () => fake.emit('active-speaker', []));
  expect(renders.count).toBe(before);
});

describe('selectors', () => {
  /** Renders the value of each selector, and counts the renders. */
  function selecting(fake: FakeZoomSdk, parts: Record<string, () => unknown>) {
    const counts: Record<string, number> = {};
    const values: Record<string, unknown> = {};
    const components = Object.entries(parts).map(([name, useSelected]) => {
      const Part = () => {
        counts[name] = (counts[name] ?? 0) + 1;
        values[name] = useSelected();
        return null;
      };
      return <Part key={name} />;
    });
    const content = (children: ReactNode = components) => (
      <ZoomMeetingProvider
        sdk={fake}
        meetingNumber="1234567890"
        userName="Ada"
        fetchSignature={async () => createFakeSignature({ mn: '1234567890' })}
      >
        {children}
      </ZoomMeetingProvider>
    );
    return { counts, values, content, components };
  }

  const cardsOf = (all: readonly ZoomParticipant[]) =>
    all.map(({ userId, displayName: name }) => ({ userId, name }));
  const isHost = (one: ZoomParticipant) => one.isHost;
  const toName = (one: ZoomParticipant) => one.displayName;

  it('render a component only when the selected value changes', async () => {
    const fake = createFakeZoomSdk();
    const grace = fake.addParticipant({ displayName: 'Grace' });
    const { counts, values, content } = selecting(fake, {
      count: () => useParticipants((all) => all.length),
      names: () => useParticipants((all) => all.map(({ displayName }) => displayName)),
      grace: () => useParticipants((all) => all.find(({ userId }) => userId === grace.userId)),
      filming: () => useParticipants((all) => all.filter(({ bVideoOn }) => bVideoOn)),
      isHost: () => useCurrentUser((user) => user?.isHost ?? false),
      cards: () => useParticipants((all) => all.map(({ userId, displayName: name }) => ({ userId, name }))),
      stableCards: () => useParticipants(cardsOf),
      nested: () => useParticipants((all) => ({ hosts: { names: all.filter(isHost).map(toName) } })),
    });
    render(content());
    await pass(3000);
    expect(values).toMatchObject({ count: 2, names: ['Ada', 'Grace'], filming: [], isHost: false });

    const since = async (change: () => void) => {
      for (const name of Object.keys(counts)) counts[name] = 0;
      await act(async () => {
        change();
        await vi.advanceTimersByTimeAsync(10);
      });
      return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
    };
    const alan = fake.addParticipant({ displayName: 'Alan' });
    await pass(10);
    expect(await since(() => fake.updateParticipant(alan.userId, { muted: false }))).toEqual({});
    expect(await since(() => fake.updateParticipant(alan.userId, { bVideoOn: true }))).toEqual({
      filming: 1,
    });
    expect(await since(() => fake.updateParticipant(grace.userId, { isCoHost: true }))).toEqual({
      grace: 1,
    });
    expect(await since(() => fake.removeParticipant(alan.userId))).toEqual({
      count: 1,
      names: 1,
      filming: 1,
      cards: 1,
      stableCards: 1,
    });
    expect(values).toMatchObject({ count: 2, names: ['Ada', 'Grace'], filming: [] });
    expect(await since(() => fake.emit('active-speaker', []))).toEqual({});
    expect(await since(() => fake.updateParticipant(grace.userId, { displayName: 'Hopper' }))).toEqual({
      names: 1,
      grace: 1,
      cards: 1,
      stableCards: 1,
    });
    expect(values['cards']).toMatchObject([{ name: 'Ada' }, { name: 'Hopper' }]);
  });

  it('keep the object of a participant who has only moved in a list, so that a memoised row does not render', async () => {
    const fake = createFakeZoomSdk();
    const [grace, , alan] = ['Grace', 'Linus', 'Alan'].map((displayName) =>
      fake.addParticipant({ displayName }),
    );
    const { values, content } = selecting(fake, {
      all: () => useParticipants(),
      guests: () => useParticipants((all) => all.filter(({ isHost }) => !isHost)),
    });
    const last = (name: string) => (values[name] as ZoomParticipant[]).at(-1);
    render(content());
    await pass(3000);
    const before = [last('all'), last('guests')];
    expect(before.map((one) => one?.userId)).toEqual([alan!.userId, alan!.userId]);
    await act(async () => fake.removeParticipant(grace!.userId));
    await pass(10);
    expect([last('all'), last('guests')].map((one, index) => one === before[index])).toEqual([true, true]);
    expect(values['all']).toHaveLength(3);
  });

  it('render once for many changes at the same time', async () => {
    const fake = createFakeZoomSdk();
    const { counts, values, content } = selecting(fake, {
      count: () => useParticipants((all) => all.length),
    });
    render(content());
    await pass(3000);
    counts['count'] = 0;
    await act(async () => {
      for (let number = 0; number < 100; number += 1) fake.addParticipant({ displayName: `P${number}` });
      await vi.advanceTimersByTimeAsync(10);
    });
    expect(values['count']).toBe(101);
    expect(counts['count']).toBeLessThanOrEqual(2);
  });

  it('return the value on the first render', async () => {
    const fake = createFakeZoomSdk();
    fake.addParticipant({ displayName: 'Grace' });
    const seen: unknown[] = [];
    const Late = () => {
      seen.push(useParticipants((all) => all.length));
      return null;
    };
    const { content } = selecting(fake, {});
    const { rerender } = render(content(null));
    await pass(3000);
    rerender(content(<Late />));
    expect(seen).toEqual([2]);
    await pass(10);
    expect(seen).toEqual([2]);
  });

  it('can return a new value each time without causing an infinite loop', async () => {
    const fake = createFakeZoomSdk();
    const { counts, values, content } = selecting(fake, {
      set: () => useParticipants((all) => new Set(all.map(({ displayName }) => displayName))),
      nested: () => useParticipants((all) => all.map((one) => ({ one }))),
    });
    render(<StrictMode>{content()}</StrictMode>);
    await pass(3000);
    expect(values['set']).toEqual(new Set(['Ada']));
    expect(counts['set']).toBeLessThan(20);
    expect(counts['nested']).toBeLessThan(20);
  });

  it('apply at once when they change', async () => {
    const fake = createFakeZoomSdk();
    fake.addParticipant({ displayName: 'Grace' });
    const Name = ({ index }: { index: number }) => (
      <output>{useParticipants((all) => all[index]?.displayName)}</output>
    );
    const { content } = selecting(fake, {});
    const { rerender } = render(content(<Name index={0} />));
    await pass(3000);
    expect(shown()).toBe('Ada');
    rerender(content(<Name index={1} />));
    expect(shown()).toBe('Grace');
  });

  it('can use a custom comparison', async () => {
    const fake = createFakeZoomSdk();
    const { counts, content } = selecting(fake, {
      names: () =>
        useParticipants(
          (all) => new Set(all.map(({ displayName }) => displayName)),
          (previous, next) => [...previous].join() === [...next].join(),
        ),
    });
    const grace = fake.addParticipant({ displayName: 'Grace' });
    render(content());
    await pass(3000);
    counts['names'] = 0;
    await act(async () => {
      fake.updateParticipant(grace.userId, { bVideoOn: true });
      await vi.advanceTimersByTimeAsync(10);
    });
    expect(counts['names']).toBe(0);
  });

  it('infer their result type', () => {
    const useTypes = () => {
      expectTypeOf(useParticipants()).toEqualTypeOf<readonly ZoomParticipant[]>();
      expectTypeOf(useParticipants((all) => all.length)).toEqualTypeOf<number>();
      expectTypeOf(useCurrentUser()).toEqualTypeOf<ZoomParticipant | undefined>();
      expectTypeOf(useCurrentUser((user) => user?.displayName)).toEqualTypeOf<string | undefined>();
    };
    expect(useTypes).toBeTypeOf('function');
  });
});
