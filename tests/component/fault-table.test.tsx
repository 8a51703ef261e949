import { act, cleanup, render } from '@testing-library/react';
import { Activity, Component, createRef, StrictMode, Suspense, use, type ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ZoomMeeting, type ZoomMeetingHandle } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomSdk } from 'react-zoom-meeting/testing';

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

const problems: unknown[] = [];
const onRejection = (reason: unknown) => void problems.push(reason);
beforeEach(() => {
  vi.useFakeTimers();
  problems.length = 0;
  process.on('unhandledRejection', onRejection);
  // React reports errors that a boundary has caught.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  process.off('unhandledRejection', onRejection);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** When the fault occurs, in ms after the meeting is mounted. */
const moments = { preparing: 100, joining: 350, joined: 2000 } as const;

class Boundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError = () => ({ hasFailed: true });
  override render() {
    return this.state.hasFailed ? <p>failed</p> : this.props.children;
  }
}

function Breaks({ isBroken }: { isBroken: boolean }) {
  if (isBroken) throw new Error('a mistake of the app');
  return null;
}

const never = new Promise<void>(() => {});
function Suspends({ isWaiting }: { isWaiting: boolean }) {
  if (isWaiting) use(never);
  return null;
}

/** The page without the fault (`false`) and with it (`true`). */
type Page = (meeting: ReactNode, isFaulty: boolean, version: number) => ReactNode;

interface ReactFault {
  page: Page;
  /** How long the fault lasts, in ms. Default: forever. */
  lasts?: number;
}

const faults: Readonly<Record<string, ReactFault>> = {
  '`StrictMode`, which mounts everything twice': {
    page: (meeting) => <StrictMode>{meeting}</StrictMode>,
    lasts: 0,
  },
  ...Object.fromEntries(
    [50, 5000].flatMap((lasts): [string, ReactFault][] => [
      [
        `a sibling suspends for ${lasts} ms`,
        {
          page: (meeting, isFaulty) => (
            <Suspense fallback={<p>one moment</p>}>
              {meeting}
              <Suspends isWaiting={isFaulty} />
            </Suspense>
          ),
          lasts,
        },
      ],
      [
        `\`Activity\` hides it for ${lasts} ms`,
        {
          page: (meeting, isFaulty) => <Activity mode={isFaulty ? 'hidden' : 'visible'}>{meeting}</Activity>,
          lasts,
        },
      ],
      [
        `it is unmounted for ${lasts} ms`,
        { page: (meeting, isFaulty) => (isFaulty ? null : meeting), lasts },
      ],
    ]),
  ),
  'a sibling throws, and the error boundary above shows its fallback': {
    page: (meeting, isFaulty, version) => (
      <Boundary key={version}>
        {meeting}
        <Breaks isBroken={isFaulty} />
      </Boundary>
    ),
  },
  'a hot reload keeps the state and renders it again': { page: (meeting) => meeting, lasts: 0 },
  'a hot reload drops the state and remounts it': {
    page: (meeting, isFaulty) => <div key={String(isFaulty)}>{meeting}</div>,
  },
  'a changed key remounts it twice in quick succession': {
    page: (meeting, isFaulty) => <div key={isFaulty ? 1 : 0}>{meeting}</div>,
    lasts: 0,
  },
};

async function strike({ page, lasts }: ReactFault, moment: keyof typeof moments): Promise<string> {
  // Each run starts with a fresh page.
  Reflect.deleteProperty(globalThis, Symbol.for('react-zoom-meeting'));
  const fake: FakeZoomSdk = createFakeZoomSdk({ loadMs: 200 });
  const ref = createRef<ZoomMeetingHandle>();
  const meeting = (
    <ZoomMeeting
      ref={ref}
      sdk={fake}
      meetingNumber="1234567890"
      userName="Ada"
      fetchSignature={async () => createFakeSignature()}
    />
  );
  const { rerender, unmount } = render(page(meeting, false, 0));
  await pass(moments[moment]);
  expect(ref.current?.status).toBe(moment);
  rerender(page(meeting, true, 0));
  if (lasts !== undefined) {
    await pass(lasts);
    rerender(page(meeting, false, 0));
  }
  await pass(60_000);
  const status = ref.current?.status ?? 'left';
  expect(fake.state).toBe(ref.current ? 'joined' : 'idle');
  expect(fake.maxConcurrentJoins).toBeLessThanOrEqual(1);
  const joins = fake.joinCalls.length;

  // The page can join again.
  rerender(page(meeting, false, 1));
  await pass(10_000);
  expect(ref.current?.status).toBe('joined');
  unmount();
  await pass(30_000);
  expect(fake.state).toBe('idle');
  expect(problems).toEqual([]);
  return joins > 1 ? `${status}, ${joins} joins` : status;
}

/** To record again after an intended change: run this file with `-u`, and then `npm run docs`. */
it('settles and can join again after every React fault', async () => {
  const seen: Record<string, Record<string, string>> = {};
  for (const [name, fault] of Object.entries(faults)) {
    const row: Record<string, string> = (seen[name] = {});
    for (const moment of Object.keys(moments) as (keyof typeof moments)[]) {
      try {
        row[moment] = await strike(fault, moment);
      } catch (error) {
        throw new Error(`${name}, while ${moment}: ${String(error)}`, { cause: error });
      }
    }
  }
  await expect(`${JSON.stringify(seen, undefined, 2)}\n`).toMatchFileSnapshot('fault-table/record.json');
});
