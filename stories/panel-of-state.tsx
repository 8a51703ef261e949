import type { ReactNode } from 'react';
import {
  ZoomMeetingError,
  type ZoomMeetingHandle,
  type ZoomMeetingState,
  type ZoomMeetingStatus,
} from 'react-zoom-meeting';
import type { ZoomMeetingStrings } from '../src/languages/english';
import { Panel } from '../src/react/panel/panels';
import { noFormMemory } from '../src/react/panel/form-memory';
import { PanelSettingsContext } from '../src/react/panel/panel-settings';
import { useStrings } from '../src/react/panel/use-strings';

const nothing = async () => {};
const now = () => Date.now();
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

/** The panel of a state, without a meeting behind it. */
export function PanelOf({
  state,
  width = '100%',
  height = 400,
  language,
  strings,
  title,
  logo,
}: {
  state: ZoomMeetingState;
  width?: number | string;
  height?: number;
  language?: string | undefined;
  strings?: Partial<ZoomMeetingStrings> | undefined;
  title?: ReactNode;
  logo?: ReactNode;
}): ReactNode {
  const texts = useStrings(language, strings);
  if (!texts) return null;
  return (
    <div
      className="rzm-view"
      style={{ position: 'relative', width, height, maxWidth: '100%', overflow: 'hidden' }}
    >
      <PanelSettingsContext.Provider
        value={{
          ...texts,
          meetingNumber: '1234567890',
          now,
          memory: noFormMemory,
          person: '',
          title,
          logo,
        }}
      >
        <Panel meeting={handle(state)} slots={{}} joinsByItself={false} />
      </PanelSettingsContext.Provider>
    </div>
  );
}

/** A failure with this code. */
export const failed = (...args: ConstructorParameters<typeof ZoomMeetingError>) => ({
  status: 'failed' as const,
  error: new ZoomMeetingError(...args),
});

/** Every state except `joined`, which shows the SDK's own view. Omitting a state is a type error. */
const states: {
  [Status in Exclude<ZoomMeetingStatus, 'joined'>]: Extract<ZoomMeetingState, { status: Status }>;
} = {
  idle: { status: 'idle' },
  busy: { status: 'busy', meetingNumber: '5555555555' },
  preparing: { status: 'preparing', attempt: 1 },
  joining: { status: 'joining', attempt: 1 },
  retrying: {
    status: 'retrying',
    attempt: 2,
    // Always the same time in the future, so that a picture is the same every time.
    get nextAttemptAt() {
      return Date.now() + 11_700;
    },
    reason: new ZoomMeetingError(3712),
    holding: true,
    offline: false,
  },
  'waiting-for-host': { status: 'waiting-for-host', attempt: 1 },
  'waiting-room': { status: 'waiting-room', attempt: 1 },
  reconnecting: { status: 'reconnecting', attempt: 1, reason: 'failover' },
  leaving: { status: 'leaving' },
  ended: { status: 'ended', reason: 'ended by host' },
  failed: failed(4011),
};

/** The states that have a panel. */
export const panelStates: Record<string, ZoomMeetingState> = {
  ...states,
  offline: {
    status: 'retrying',
    attempt: 2,
    nextAttemptAt: 0,
    reason: new ZoomMeetingError(-3000),
    holding: false,
    offline: true,
  },
  passcode: failed(3004),
  email: failed(3005),
  'sign in': failed(3051, { url: 'https://zoom.us/signin' }),
  register: failed(3099, { url: 'https://zoom.us/webinar/register/WN_1' }),
};
