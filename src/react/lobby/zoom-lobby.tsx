import { useEffect, useId, useInsertionEffect, useRef } from 'react';
import { tell } from '../../session/announce';
import type { ZoomMeetingSession } from '../../session/session';
import { formMemoryOf } from '../panel/form-memory';
import { usePanelSettings } from '../panel/panel-settings';
import { ZoomPanel, ZoomPanelButton } from '../panel/zoom-panel';
import { useMeeting, usePerson } from '../use-zoom-client';
import { useProvidedSession } from '../zoom-meeting-provider';
import { CameraPreview } from './camera-preview';
import { DeviceSelect } from './device-select';
import { MicrophoneCheck } from './microphone-check';
import { useDevices } from './use-devices';
import { useLobbyStrings } from './use-lobby-strings';

/** The name and the devices that the user chose in a `ZoomLobby`. */
export interface ZoomLobbyChoice {
  /** The name that the user joins with. */
  userName: string;
  /** The browser's id of the camera in the preview. `undefined` if it is off or cannot be used. */
  cameraId: string | undefined;
  /** The browser's id of the microphone. `undefined` if it cannot be used. */
  microphoneId: string | undefined;
}

/** Props of `ZoomLobby`. */
export interface ZoomLobbyProps {
  /** The name that the field starts with. Default: the `userName` of the meeting. */
  userName?: string | undefined;
  /**
   * Called when the user presses Join, just before the meeting is joined. If it sets another `meetingNumber`, that meeting is
   * joined. An error that it throws is reported.
   */
  onJoin?: ((choice: ZoomLobbyChoice) => void) | undefined;
}

/**
 * A lobby: the user enters a name, checks the camera and the microphone, and joins. Pass it as the `lobby` of `ZoomMeeting` or
 * `ZoomMeetingView`. While it is shown, the SDK loads and the signature is fetched, so that joining is fast.
 *
 * The chosen devices are not used in the meeting: the SDK has no option for the camera or the microphone, and users join with
 * both turned off (observed with 6.2.0). Both devices are turned off when the lobby is unmounted.
 *
 * You can also render it elsewhere inside `ZoomMeetingProvider`. It then fills the nearest positioned element until the meeting
 * is joined. Set `autoJoin={false}` on the provider. Throws outside `ZoomMeetingProvider` and `ZoomMeeting`.
 *
 * @param props See `ZoomLobbyProps`.
 * @example
 * <ZoomMeeting
 *   meetingNumber="123 4567 890"
 *   userName="Ada"
 *   fetchSignature={fetchSignature}
 *   lobby={<ZoomLobby onJoin={({ userName }) => console.log(`${userName} joins`)} />}
 * />
 */
export function ZoomLobby(props: ZoomLobbyProps) {
  const session = useProvidedSession();
  const { status } = useMeeting(session);
  return status === 'idle' && !session.joinsByItself() ? <Lobby {...props} session={session} /> : null;
}

function Lobby({ userName, onJoin, session }: ZoomLobbyProps & { session: ZoomMeetingSession }) {
  const strings = useLobbyStrings();
  const { logo, title, lang } = usePanelSettings();
  const { devices, store } = useDevices();
  const { camera, microphone, cameras, microphones, selected } = devices;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const person = usePerson(session);
  const latest = useRef(session);
  useInsertionEffect(() => {
    latest.current = session;
  });
  // Discarded with the lobby, unless a join has used the signature.
  useEffect(() => session.prepare(), [session]);
  const pressed = useRef(false);
  useEffect(() => {
    // The pressed button has been removed, and the focus with it.
    if (pressed.current && document.activeElement === document.body) form.current?.focus();
    pressed.current = false;
  }, [devices]);

  function join() {
    const name = nameField.current?.value.trim() ?? '';
    if (name === '') return;
    const choice = {
      userName: name,
      cameraId: camera.is === 'on' ? camera.deviceId : undefined,
      microphoneId: microphone.is === 'on' ? microphone.deviceId : undefined,
    };
    // Stops the devices before the SDK opens them.
    store.stop();
    tell(() => onJoin?.(choice));
    // Runs after the render that `onJoin` may have caused, because another meeting number has another session.
    queueMicrotask(() => {
      const { current } = latest;
      void current.commands.join(formMemoryOf(current).add({ userName: name }));
    });
  }

  /** Whether neither can be used, for the same reason. Then one message and one button are for both devices. */
  const isSameProblem =
    camera.is === 'unavailable' && microphone.is === 'unavailable' && camera.problem === microphone.problem;
  function retryCamera() {
    store.turnOn('camera');
    if (isSameProblem) store.turnOn('microphone');
  }

  if (!strings) return <ZoomPanel tone="waiting" title="" />;
  return (
    <div
      className="rzm-panel rzm-lobby"
      lang={lang}
      style={lobbyStyle}
      onClickCapture={() => (pressed.current = true)}
    >
      <div className="rzm-panel-header">
        {logo && <span className="rzm-logo">{logo}</span>}
        {title && <span className="rzm-meeting-title">{title}</span>}
      </div>
      <div className="rzm-lobby-body">
        <div className="rzm-lobby-devices">
          <CameraPreview
            strings={strings}
            camera={camera}
            onTurnOn={() => store.turnOn('camera')}
            onTurnOff={() => store.turnOff('camera')}
            onRetry={retryCamera}
          />
          <div className="rzm-lobby-selects">
            <DeviceSelect
              kind="camera"
              label={strings['lobby.camera']}
              choices={cameras}
              deviceId={selected.camera}
              onSelect={(deviceId) => store.select('camera', deviceId)}
            />
            <DeviceSelect
              kind="microphone"
              label={strings['lobby.microphone']}
              choices={microphones}
              deviceId={selected.microphone}
              onSelect={(deviceId) => store.select('microphone', deviceId)}
            />
          </div>
          <MicrophoneCheck
            strings={strings}
            microphone={microphone}
            isExplained={isSameProblem}
            onRetry={() => store.turnOn('microphone')}
          />
        </div>
        <form
          ref={form}
          className="rzm-lobby-form"
          tabIndex={-1}
          aria-labelledby={`${id}-title`}
          onSubmit={(event) => {
            event.preventDefault();
            join();
          }}
        >
          <p className="rzm-title" id={`${id}-title`}>
            {strings['idle.title']}
          </p>
          <div>
            <label className="rzm-label" htmlFor={`${id}-name`}>
              {strings['lobby.name']}
            </label>
            <input
              // Another person starts with their own name.
              key={person}
              ref={nameField}
              id={`${id}-name`}
              className="rzm-input"
              type="text"
              // The name must not be blank.
              pattern=".*\S.*"
              defaultValue={userName ?? session.userName()}
              autoComplete="name"
              spellCheck={false}
              required
            />
          </div>
          <ZoomPanelButton>{strings['button.join']}</ZoomPanelButton>
          <p className="rzm-note">{strings['lobby.joinedOff']}</p>
        </form>
      </div>
    </div>
  );
}

// Readable without the stylesheet, which may override all of it.
const lobbyStyle = { position: 'absolute', inset: 0, overflow: 'auto' } as const;
