import { useEffect, useRef, type ReactNode } from 'react';
import type { DeviceState } from '../../devices/device-store';
import type { ZoomMeetingStrings } from '../../languages/english';
import { DeviceIcon } from './device-icon';

interface CameraPreviewProps {
  strings: ZoomMeetingStrings;
  camera: DeviceState;
  onTurnOn: () => void;
  onTurnOff: () => void;
  onRetry: () => void;
}

/** The mirrored picture of the camera, or the reason why there is none, and a button that turns the camera on and off. */
export function CameraPreview(props: CameraPreviewProps) {
  const { strings, camera } = props;
  return (
    <div className="rzm-preview" data-camera={camera.is}>
      {camera.is === 'on' && <Picture stream={camera.stream} label={strings['lobby.preview']} />}
      {(camera.is === 'off' || camera.is === 'unavailable') && <DeviceIcon kind="camera" isOn={false} />}
      {/* Always rendered, so that a screen reader announces changes in it. */}
      <div role="status" className="rzm-preview-message">
        {camera.is === 'starting' && <p className="rzm-late">{strings['lobby.starting']}</p>}
        {camera.is === 'off' && <p>{strings['lobby.cameraOff']}</p>}
        {camera.is === 'unavailable' && (
          <>
            <p>{strings[`lobby.camera.${camera.problem}`]}</p>
            <p className="rzm-preview-hint">{strings[`lobby.hint.${camera.problem}`]}</p>
          </>
        )}
      </div>
      <PreviewButton {...props} />
    </div>
  );
}

function Picture({ stream, label }: { stream: MediaStream; label: string }): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  // The picture of a phone's rear camera is not mirrored, because it does not show the user.
  const isOnBack = stream.getVideoTracks()[0]?.getSettings().facingMode === 'environment';
  return (
    <video
      ref={video}
      className="rzm-preview-video"
      data-mirrored={isOnBack ? undefined : ''}
      aria-label={label}
      autoPlay
      muted
      playsInline
    />
  );
}

/** One element for all states, so that it keeps the focus after the user presses it. */
function PreviewButton({ strings, camera, onTurnOn, onTurnOff, onRetry }: CameraPreviewProps) {
  if (camera.is === 'unavailable') {
    return camera.problem === 'unsupported' ? null : (
      <button type="button" className="rzm-button" data-quiet="" onClick={onRetry}>
        {strings['button.tryAgain']}
      </button>
    );
  }
  const isOn = camera.is !== 'off';
  const label = strings[isOn ? 'lobby.turnCameraOff' : 'lobby.turnCameraOn'];
  return (
    <button
      type="button"
      className="rzm-camera-toggle"
      aria-label={label}
      title={label}
      onClick={isOn ? onTurnOff : onTurnOn}
    >
      <DeviceIcon kind="camera" isOn={isOn} />
    </button>
  );
}
