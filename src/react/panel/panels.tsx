import type { ComponentType, ReactNode } from 'react';
import type { ZoomMeetingState, ZoomMeetingStatus } from '../../session/meeting-state';
import type { ZoomMeetingHandle } from '../meeting-handle';
import { CountdownRing, RetryText } from './countdown';
import type { ZoomPanelStrings } from '../../languages/english';
import { EmailPanel, FailedPanel, PasscodePanel } from './failed-panels';
import { PanelIcon } from './panel-icon';
import { usePanelSettings } from './panel-settings';
import { ZoomPanel, ZoomPanelButton } from './zoom-panel';

/** The props of every panel: the meeting, and the state that the panel is shown for. */
export interface ZoomPanelProps<Status extends ZoomMeetingStatus = ZoomMeetingStatus> {
  /** The meeting with its commands: `meeting.join()`, `meeting.cancel()`, … */
  meeting: ZoomMeetingHandle;
  /** The state, with the fields of its status. */
  state: Extract<ZoomMeetingState, { status: Status }>;
}

/** Your own panels. Each replaces a default panel. */
export interface ZoomMeetingSlots {
  /** Before joining, while joining and while leaving. */
  Preparing?: ComponentType<ZoomPanelProps<'idle' | 'preparing' | 'joining' | 'leaving'>>;
  /** Another meeting uses the SDK, and this one waits. `state.meetingNumber` is the number of the other meeting. */
  Busy?: ComponentType<ZoomPanelProps<'busy'>>;
  /** A join failed, or the browser is offline. The next join starts at `state.nextAttemptAt`, or when the browser is online again (`state.offline`). */
  Retrying?: ComponentType<ZoomPanelProps<'retrying'>>;
  /** The host has not started the meeting. */
  WaitingForHost?: ComponentType<ZoomPanelProps<'waiting-for-host'>>;
  /** The participant waits for the host to admit them. */
  WaitingRoom?: ComponentType<ZoomPanelProps<'waiting-room'>>;
  /** The passcode is missing or wrong. Call `meeting.join({ password })`. */
  Passcode?: ComponentType<ZoomPanelProps<'failed'>>;
  /** Zoom requires an email address. Call `meeting.join({ userEmail })`. */
  Email?: ComponentType<ZoomPanelProps<'failed'>>;
  /** The connection was lost, and the SDK reconnects. */
  Reconnecting?: ComponentType<ZoomPanelProps<'reconnecting'>>;
  /** Any other failure, `state.error`. */
  Failed?: ComponentType<ZoomPanelProps<'failed'>>;
  /** The meeting is over. `state.reason` says why. */
  Ended?: ComponentType<ZoomPanelProps<'ended'>>;
}

/** The text for each reason of the state `ended`, this library's and the SDK's. */
const endedTexts: Readonly<Record<string, keyof ZoomPanelStrings>> = {
  left: 'ended.left',
  cancelled: 'ended.cancelled',
  ended: 'ended.ended',
  'ended by host': 'ended.byHost',
  'kicked by host': 'ended.removed',
  'duplicated session': 'ended.elsewhere',
};

/** The panel of a state: the app's slot or the default. Nothing while the SDK's own view is shown. */
export function Panel({
  meeting,
  slots,
  joinsByItself,
}: {
  meeting: ZoomMeetingHandle;
  slots: ZoomMeetingSlots;
  joinsByItself: boolean;
}): ReactNode {
  const { strings, memory, person } = usePanelSettings();
  const { state } = meeting;
  const cancel = (
    <ZoomPanelButton quiet onClick={meeting.cancel}>
      {strings['button.cancel']}
    </ZoomPanelButton>
  );
  const leave = (
    <ZoomPanelButton quiet onClick={meeting.leave}>
      {strings['button.leave']}
    </ZoomPanelButton>
  );
  const join = (text: string, quiet?: boolean) => (
    <ZoomPanelButton quiet={quiet} onClick={() => meeting.join(memory.read())}>
      {text}
    </ZoomPanelButton>
  );
  switch (state.status) {
    case 'idle':
    case 'preparing':
    case 'joining':
    case 'leaving': {
      // On a server and in the first frame the join has not started yet. A button would only flash.
      const shown =
        state.status === 'idle' && joinsByItself ? ({ status: 'preparing', attempt: 1 } as const) : state;
      if (slots.Preparing) return <slots.Preparing meeting={meeting} state={shown} />;
      if (shown.status === 'idle')
        return (
          <ZoomPanel icon="video" title={strings['idle.title']} actions={join(strings['button.join'])} />
        );
      return (
        <ZoomPanel
          tone="waiting"
          title={strings[`${shown.status}.title`]}
          actions={shown.status !== 'leaving' && cancel}
        />
      );
    }
    case 'busy':
      if (slots.Busy) return <slots.Busy meeting={meeting} state={state} />;
      return (
        <ZoomPanel
          tone="waiting"
          icon="busy"
          title={strings['busy.title']}
          text={strings['busy.text']}
          actions={cancel}
        />
      );
    case 'retrying': {
      if (slots.Retrying) return <slots.Retrying meeting={meeting} state={state} />;
      if (state.offline)
        return (
          <ZoomPanel
            tone="waiting"
            icon="offline"
            title={strings['offline.title']}
            text={strings['offline.text']}
            actions={cancel}
          />
        );
      return (
        <ZoomPanel
          tone="waiting"
          icon={<CountdownRing to={state.nextAttemptAt} />}
          title={strings['retrying.title']}
          text={<RetryText at={state.nextAttemptAt} />}
          actions={
            <>
              {/* While a signature is held, Zoom would refuse it. */}
              {!state.holding && (
                <ZoomPanelButton onClick={meeting.retryNow}>{strings['button.tryNow']}</ZoomPanelButton>
              )}
              {cancel}
            </>
          }
        />
      );
    }
    case 'waiting-for-host':
      if (slots.WaitingForHost) return <slots.WaitingForHost meeting={meeting} state={state} />;
      return (
        <ZoomPanel
          tone="waiting"
          icon={<Pulsing icon="clock" />}
          title={strings['waitingForHost.title']}
          text={strings['waitingForHost.text']}
          actions={cancel}
        />
      );
    case 'waiting-room':
      if (slots.WaitingRoom) return <slots.WaitingRoom meeting={meeting} state={state} />;
      return (
        <ZoomPanel
          tone="waiting"
          icon={<Pulsing icon="door" />}
          title={strings['waitingRoom.title']}
          text={strings['waitingRoom.text']}
          actions={leave}
        />
      );
    case 'failed': {
      const { userAction } = state.error;
      if (userAction === 'enter-passcode') {
        const Passcode = slots.Passcode ?? PasscodePanel;
        // Another person starts with an empty form.
        return <Passcode key={person} meeting={meeting} state={state} />;
      }
      if (userAction === 'enter-email') {
        const Email = slots.Email ?? EmailPanel;
        return <Email key={person} meeting={meeting} state={state} />;
      }
      const Failed = slots.Failed ?? FailedPanel;
      return <Failed meeting={meeting} state={state} />;
    }
    case 'ended': {
      if (slots.Ended) return <slots.Ended meeting={meeting} state={state} />;
      const text = endedTexts[state.reason] ?? 'ended.otherwise';
      // Joining again seldom helps then.
      const isHostsDecision = text === 'ended.byHost' || text === 'ended.removed';
      return (
        <ZoomPanel
          icon="ended"
          title={strings[text]}
          actions={join(strings['button.joinAgain'], isHostsDecision)}
        />
      );
    }
    case 'reconnecting':
      if (slots.Reconnecting) return <slots.Reconnecting meeting={meeting} state={state} />;
      return (
        <ZoomPanel
          tone="waiting"
          title={strings['reconnecting.title']}
          text={strings['reconnecting.text']}
          actions={leave}
        />
      );
    case 'joined':
      return null;
  }
}

/** An icon for something that is in progress. */
function Pulsing({ icon }: { icon: 'clock' | 'door' }) {
  return (
    <span className="rzm-pulse">
      <PanelIcon name={icon} />
    </span>
  );
}
