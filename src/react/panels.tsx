import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { ZoomMeetingState, ZoomMeetingStatus } from '../session/meeting-state';
import type { ZoomMeetingHandle } from './meeting-handle';
import { strings } from './panel-strings';

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
  /** Another meeting has the page, and this one waits in line. `state.meetingNumber` names the other one. */
  Busy?: ComponentType<ZoomPanelProps<'busy'>>;
  /** A join failed. The next one starts at `state.nextAttemptAt`, or when the page is online again (`state.offline`). */
  Retrying?: ComponentType<ZoomPanelProps<'retrying'>>;
  /** The host has not started the meeting. */
  WaitingForHost?: ComponentType<ZoomPanelProps<'waiting-for-host'>>;
  /** The participant waits for the host to admit them. */
  WaitingRoom?: ComponentType<ZoomPanelProps<'waiting-room'>>;
  /** The passcode is missing or wrong. Call `meeting.join({ password })`. */
  Passcode?: ComponentType<ZoomPanelProps<'failed'>>;
  /** Any other failure, `state.error`. */
  Failed?: ComponentType<ZoomPanelProps<'failed'>>;
  /** The meeting is over. `state.reason` says why. */
  Ended?: ComponentType<ZoomPanelProps<'ended'>>;
}

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
  const { state } = meeting;
  const { Preparing, Busy, Retrying, WaitingForHost, WaitingRoom, Passcode, Failed, Ended } = slots;
  const cancel = <Button onClick={meeting.cancel}>{strings.cancel}</Button>;
  switch (state.status) {
    case 'idle':
    case 'preparing':
    case 'joining':
    case 'leaving': {
      // On a server and in the first frame the join has not started yet. A button would only flash.
      const shown =
        state.status === 'idle' && joinsByItself ? ({ status: 'preparing', attempt: 1 } as const) : state;
      if (Preparing) return <Preparing meeting={meeting} state={shown} />;
      if (shown.status === 'idle') {
        return <Notice buttons={<Button onClick={() => meeting.join()}>{strings.join}</Button>} />;
      }
      return <Notice busy text={strings[shown.status]} buttons={shown.status !== 'leaving' && cancel} />;
    }
    case 'busy':
      if (Busy) return <Busy meeting={meeting} state={state} />;
      return <Notice busy text={strings.busy} hint={strings.busyHint} buttons={cancel} />;
    case 'retrying': {
      if (Retrying) return <Retrying meeting={meeting} state={state} />;
      if (state.offline)
        return <Notice busy text={strings.offline} hint={strings.offlineHint} buttons={cancel} />;
      // While a signature is held, Zoom would refuse it.
      const tryNow = !state.holding && <Button onClick={meeting.retryNow}>{strings.tryNow}</Button>;
      return (
        <Notice
          busy
          text={strings.retrying}
          hint={<Countdown to={state.nextAttemptAt} />}
          buttons={
            <>
              {tryNow}
              {cancel}
            </>
          }
        />
      );
    }
    case 'waiting-for-host':
      if (WaitingForHost) return <WaitingForHost meeting={meeting} state={state} />;
      return <Notice busy text={strings.waitingForHost} hint={strings.waitingForHostHint} buttons={cancel} />;
    case 'waiting-room': {
      if (WaitingRoom) return <WaitingRoom meeting={meeting} state={state} />;
      const leave = <Button onClick={meeting.leave}>{strings.leave}</Button>;
      return <Notice busy text={strings.waitingRoom} buttons={leave} />;
    }
    case 'failed': {
      const isPasscode = state.error.userAction === 'enter-passcode';
      const Shown = isPasscode ? (Passcode ?? DefaultPasscode) : (Failed ?? DefaultFailed);
      return <Shown meeting={meeting} state={state} />;
    }
    case 'ended': {
      if (Ended) return <Ended meeting={meeting} state={state} />;
      const again = <Button onClick={() => meeting.join()}>{strings.joinAgain}</Button>;
      return <Notice text={strings.ended[state.reason] ?? strings.endedOtherwise} buttons={again} />;
    }
    case 'joined':
      return null;
    case 'reconnecting':
      return <Banner>{strings.reconnecting}</Banner>;
  }
}

/** One component for all states, so that the live region stays and a screen reader announces the change. */
function Notice({
  busy,
  text,
  hint,
  buttons,
}: {
  busy?: boolean;
  text?: string;
  hint?: ReactNode;
  buttons: ReactNode;
}) {
  return (
    <Frame>
      {busy && <span className="rzm-spinner" aria-hidden="true" />}
      <p role="status">{text}</p>
      {/* Not in the live region: a screen reader should not count along. */}
      {hint && <p className="rzm-hint">{hint}</p>}
      {buttons && <div className="rzm-buttons">{buttons}</div>}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  return (
    <div className="rzm-panel" style={panelStyle}>
      {children}
    </div>
  );
}

// Readable without the stylesheet, which may override all of it.
const panelStyle = {
  position: 'absolute',
  inset: 0,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'safe center',
  overflow: 'auto',
} as const;

function Banner({ children }: { children: ReactNode }) {
  return (
    <p
      className="rzm-banner"
      role="status"
      style={{ position: 'absolute', insetInline: 0, top: 0, margin: 0 }}
    >
      {children}
    </p>
  );
}

function Button({ onClick, children }: { onClick: () => unknown; children: ReactNode }) {
  return (
    <button type="button" className="rzm-button" onClick={() => void onClick()}>
      {children}
    </button>
  );
}

function Countdown({ to }: { to: number }) {
  const [seconds, setSeconds] = useState(0);
  // Before the browser paints. A render must not read a clock.
  useLayoutEffect(() => {
    const count = () => setSeconds(Math.max(0, Math.ceil((to - Date.now()) / 1000)));
    count();
    const timer = setInterval(count, 250);
    return () => clearInterval(timer);
  }, [to]);
  return strings.nextTry(seconds);
}

function DefaultPasscode({ meeting }: ZoomPanelProps<'failed'>) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // The user has to enter the passcode next.
  useEffect(() => input.current?.focus(), []);
  return (
    <Frame>
      <form
        className="rzm-form"
        onSubmit={(event) => {
          event.preventDefault();
          void meeting.join({ password: input.current?.value.trim() ?? '' });
        }}
      >
        <p role="alert">{strings.passcodeWrong}</p>
        <label htmlFor={id}>{strings.passcode}</label>
        <input ref={input} id={id} className="rzm-input" type="password" autoComplete="off" required />
        <button type="submit" className="rzm-button">
          {strings.join}
        </button>
      </form>
    </Frame>
  );
}

function DefaultFailed({ meeting, state: { error } }: ZoomPanelProps<'failed'>) {
  const hint = strings.actionHints[error.userAction];
  return (
    <Frame>
      <div role="alert">
        <p>{strings.errorText(error.code)}</p>
        {hint && <p className="rzm-hint">{hint}</p>}
      </div>
      {error.url && /^https:/.test(error.url) && (
        <a className="rzm-link" href={error.url} target="_blank" rel="noreferrer">
          {strings.openLink}
        </a>
      )}
      <div className="rzm-buttons">
        <Button onClick={() => meeting.join()}>{strings.tryAgain}</Button>
      </div>
      {detailsForDevelopers()?.(error)}
    </Frame>
  );
}

/** Bundlers replace the value, and leave the details out of production. A page without a bundler is production. */
function detailsForDevelopers() {
  try {
    return process.env.NODE_ENV === 'development' ? renderDetails : undefined;
  } catch {
    return undefined;
  }
}

function renderDetails(error: ZoomMeetingError): ReactNode {
  return (
    <details className="rzm-details">
      <summary>{strings.forDevelopers}</summary>
      <p>{error.message}</p>
      <ul>
        {error.findings.map(({ id, cause, cure, evidence }) => (
          <li key={id}>
            <strong>{cause}</strong> {cure} <small>{evidence}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
