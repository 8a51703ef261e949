import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactNode } from 'react';
import {
  ZoomMeetingError,
  type ZoomMeetingHandle,
  type ZoomMeetingState,
  zoomErrorCodes,
} from 'react-zoom-meeting';
import { Panel } from '../src/react/panels';

/** Panels without a meeting behind them: all of them at once, which a page cannot do with meetings. */
const meta = {
  title: 'Panels/All at once',
  component: Panel,
  parameters: { bare: true },
} satisfies Meta<typeof Panel>;

export default meta;
type Story = StoryObj;

const nothing = async () => {};
const handle = (state: ZoomMeetingState): ZoomMeetingHandle => ({
  state,
  status: state.status,
  error: undefined,
  attempt: undefined,
  nextAttemptAt: undefined,
  client: undefined,
  join: async () => state,
  leave: nothing,
  end: nothing,
  cancel: nothing,
  retryNow: () => {},
});

function PanelOf({
  state,
  width,
  height = 260,
}: {
  state: ZoomMeetingState;
  width: number;
  height?: number;
}): ReactNode {
  return (
    <div
      className="rzm-view"
      style={{ position: 'relative', width, height, maxWidth: '100%', overflow: 'hidden' }}
    >
      <Panel meeting={handle(state)} slots={{}} joinsByItself={false} />
    </div>
  );
}

const failed = (...args: ConstructorParameters<typeof ZoomMeetingError>): ZoomMeetingState => ({
  status: 'failed',
  error: new ZoomMeetingError(...args),
});

const states: Record<string, ZoomMeetingState> = {
  idle: { status: 'idle' },
  preparing: { status: 'preparing', attempt: 1 },
  joining: { status: 'joining', attempt: 1 },
  retrying: {
    status: 'retrying',
    attempt: 2,
    // Far enough for a picture to be the same every time: the countdown stands at its highest.
    nextAttemptAt: 0,
    reason: new ZoomMeetingError(3712),
    holding: true,
  },
  'waiting-for-host': { status: 'waiting-for-host', attempt: 1 },
  'waiting-room': { status: 'waiting-room', attempt: 1 },
  reconnecting: { status: 'reconnecting', attempt: 1, reason: 'failover' },
  leaving: { status: 'leaving' },
  'ended by host': { status: 'ended', reason: 'ended by host' },
  passcode: failed(3004),
  'sign in': failed(3051, { url: 'https://zoom.us/signin' }),
  failed: failed(4011),
};

function Matrix({ widths }: { widths: readonly number[] }): ReactNode {
  return (
    <div style={{ display: 'flex', gap: 24, flexWrap: 'wrap' }}>
      {widths.flatMap((width) =>
        ['light', 'dark'].map((scheme) => (
          <section key={`${width} ${scheme}`} data-theme={scheme} style={{ width, maxWidth: '100%' }}>
            <h2>
              {scheme}, {width} px
            </h2>
            {Object.entries(states).map(([name, state]) => (
              <div key={name} style={{ marginBlockEnd: 16 }}>
                <h3 style={{ margin: '0 0 4px', fontSize: 14 }}>{name}</h3>
                <PanelOf state={state} width={width} height={name === 'passcode' ? 320 : 260} />
              </div>
            ))}
          </section>
        )),
      )}
    </div>
  );
}

/** Every state, in light and dark, as wide as a phone and as a desktop's. */
export const StateMatrix: Story = { render: () => <Matrix widths={[343, 620]} /> };

/** Every code of the catalogue, as the panel tells it. */
export const EveryErrorCode: Story = {
  render: () => (
    <div
      style={{
        display: 'grid',
        gap: 16,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))',
      }}
    >
      {Object.keys(zoomErrorCodes).map((code) => (
        <section key={code}>
          <h2 style={{ margin: '0 0 4px', fontSize: 14 }}>{code}</h2>
          <PanelOf
            state={failed((Number(code) || code) as ZoomMeetingError['code'])}
            width={600}
            height={220}
          />
        </section>
      ))}
    </div>
  ),
};
