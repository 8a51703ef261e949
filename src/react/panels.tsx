'use client';
import { useEffect, useId, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { errorText } from '../errors/error-texts';
import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { ZoomMeetingState, ZoomMeetingStatus } from '../session/meeting-state';
import { strings } from './panel-strings';
import type { ZoomMeetingHandle } from './use-zoom-client';

/** What every panel gets: the meeting, and the state it is shown for. */
export interface ZoomPanelProps<Status extends ZoomMeetingStatus = ZoomMeetingStatus> {
  meeting: ZoomMeetingHandle;
  state: Extract<ZoomMeetingState, { status: Status }>;
}

/** Panels of your own; each replaces the default one. */
export interface ZoomMeetingSlots {
  /** Before joining, while joining and while leaving. */
  Preparing?: ComponentType<ZoomPanelProps<'idle' | 'preparing' | 'joining' | 'leaving'>>;
  Retrying?: ComponentType<ZoomPanelProps<'retrying'>>;
  WaitingForHost?: ComponentType<ZoomPanelProps<'waiting-for-host'>>;
  WaitingRoom?: ComponentType<ZoomPanelProps<'waiting-room'>>;
  /** When the passcode is missing or wrong: call `meeting.join({ password })`. */
  Passcode?: ComponentType<ZoomPanelProps<'failed'>>;
  Failed?: ComponentType<ZoomPanelProps<'failed'>>;
  Ended?: ComponentType<ZoomPanelProps<'ended'>>;
}

/** The panel of a state: a slot where there is one, else the default. Nothing while the SDK's own view is to be seen. */
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
  switch (state.status) {
    case 'idle':
    case 'preparing':
    case 'joining':
    case 'leaving': {
      const { Preparing = DefaultPreparing } = slots;
      // On a server, and for the first frame, nothing has begun yet: no reason to flash a button.
      const isAboutToJoin = state.status === 'idle' && joinsByItself;
      return (
        <Preparing meeting={meeting} state={isAboutToJoin ? { status: 'preparing', attempt: 1 } : state} />
      );
    }
    case 'retrying': {
      const { Retrying = DefaultRetrying } = slots;
      return <Retrying meeting={meeting} state={state} />;
    }
    case 'waiting-for-host': {
      const { WaitingForHost = DefaultWaitingForHost } = slots;
      return <WaitingForHost meeting={meeting} state={state} />;
    }
    case 'waiting-room': {
      const { WaitingRoom = DefaultWaitingRoom } = slots;
      return <WaitingRoom meeting={meeting} state={state} />;
    }
    case 'failed': {
      const { Passcode = DefaultPasscode, Failed = DefaultFailed } = slots;
      const Shown = state.error.userAction === 'enter-passcode' ? Passcode : Failed;
      return <Shown meeting={meeting} state={state} />;
    }
    case 'ended': {
      const { Ended = DefaultEnded } = slots;
      return <Ended meeting={meeting} state={state} />;
    }
    case 'joined':
      return null;
    case 'reconnecting':
      return <Banner>{strings.reconnecting}</Banner>;
  }
}

function Frame({ busy = false, children }: { busy?: boolean; children: ReactNode }) {
  return (
    <div className="rzm-panel" style={panelStyle}>
      {busy && <span className="rzm-spinner" aria-hidden="true" />}
      {children}
    </div>
  );
}

// Enough to be read without the stylesheet, which may override all of it.
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

function Buttons({ children }: { children: ReactNode }) {
  return <div className="rzm-buttons">{children}</div>;
}

function Button({ onClick, children }: { onClick: () => unknown; children: ReactNode }) {
  return (
    <button type="button" className="rzm-button" onClick={() => void onClick()}>
      {children}
    </button>
  );
}

function DefaultPreparing({ meeting, state }: ZoomPanelProps<'idle' | 'preparing' | 'joining' | 'leaving'>) {
  if (state.status === 'idle') {
    return (
      <Frame>
        <Buttons>
          <Button onClick={() => meeting.join()}>{strings.join}</Button>
        </Buttons>
      </Frame>
    );
  }
  return (
    <Frame busy>
      <p role="status">{strings[state.status]}</p>
      {state.status !== 'leaving' && (
        <Buttons>
          <Button onClick={meeting.cancel}>{strings.cancel}</Button>
        </Buttons>
      )}
    </Frame>
  );
}

function DefaultRetrying({ meeting, state }: ZoomPanelProps<'retrying'>) {
  const seconds = useSecondsUntil(state.nextAttemptAt);
  return (
    <Frame busy>
      <p role="status">{strings.retrying}</p>
      {/* Not in the live region: a screen reader should not count along. */}
      <p className="rzm-hint">{strings.nextTry(seconds)}</p>
      <Buttons>
        <Button onClick={meeting.retryNow}>{strings.tryNow}</Button>
        <Button onClick={meeting.cancel}>{strings.cancel}</Button>
      </Buttons>
    </Frame>
  );
}

function useSecondsUntil(at: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((at - now) / 1000));
}

function DefaultWaitingForHost({ meeting }: ZoomPanelProps<'waiting-for-host'>) {
  return (
    <Frame busy>
      <p role="status">{strings.waitingForHost}</p>
      <p className="rzm-hint">{strings.waitingForHostHint}</p>
      <Buttons>
        <Button onClick={meeting.cancel}>{strings.cancel}</Button>
      </Buttons>
    </Frame>
  );
}

function DefaultWaitingRoom({ meeting }: ZoomPanelProps<'waiting-room'>) {
  return (
    <Frame busy>
      <p role="status">{strings.waitingRoom}</p>
      <Buttons>
        <Button onClick={meeting.leave}>{strings.leave}</Button>
      </Buttons>
    </Frame>
  );
}

function DefaultPasscode({ meeting }: ZoomPanelProps<'failed'>) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // The form is why the meeting stopped, so this is where the person goes on.
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
  const hint = strings.what[error.userAction];
  return (
    <Frame>
      <div role="alert">
        <p>{errorText(error.code)}</p>
        {hint && <p className="rzm-hint">{hint}</p>}
      </div>
      {error.url && /^https:/.test(error.url) && (
        <a className="rzm-link" href={error.url} target="_blank" rel="noreferrer">
          {strings.openLink}
        </a>
      )}
      <Buttons>
        <Button onClick={() => meeting.join()}>{strings.tryAgain}</Button>
      </Buttons>
      {detailsForDevelopers()?.(error)}
    </Frame>
  );
}

/** Bundlers put the value in, and leave the details out of production; a page without a bundler is production. */
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

function DefaultEnded({ meeting, state: { reason } }: ZoomPanelProps<'ended'>) {
  return (
    <Frame>
      <p role="status">{strings.ended[reason] ?? strings.over}</p>
      <Buttons>
        <Button onClick={() => meeting.join()}>{strings.joinAgain}</Button>
      </Buttons>
    </Frame>
  );
}
