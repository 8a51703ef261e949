import { useEffect, useRef, useState } from 'react';
import type { DeviceState } from '../../devices/device-store';
import { watchLevel } from '../../devices/microphone-level';
import type { ZoomMeetingStrings } from '../../languages/english';
import { ZoomPanelButton } from '../panel/zoom-panel';
import { DeviceIcon } from './device-icon';

/** From this level on, the microphone has certainly picked up a voice. */
const heardLevel = 0.4;

/** The level of the microphone, and a sentence that says whether it works, for users who cannot see the level. */
export function MicrophoneCheck({
  strings,
  microphone,
  isExplained,
  onRetry,
}: {
  strings: ZoomMeetingStrings;
  microphone: DeviceState;
  /** Whether the camera's message has the hint and the button to try again. */
  isExplained: boolean;
  onRetry: () => void;
}) {
  const bar = useRef<HTMLDivElement>(null);
  const [heard, setHeard] = useState<MediaStream>();
  const stream = microphone.is === 'on' ? microphone.stream : undefined;
  useEffect(
    () =>
      stream &&
      watchLevel(stream, (level) => {
        // Not in React state, so that nothing re-renders on each frame.
        bar.current?.style.setProperty('--rzm-level', level.toFixed(2));
        if (level >= heardLevel) setHeard(stream);
      }),
    [stream],
  );
  const problem = microphone.is === 'unavailable' ? microphone.problem : undefined;
  return (
    <div className="rzm-microphone">
      {stream && <div ref={bar} className="rzm-level" aria-hidden="true" />}
      {problem && <DeviceIcon kind="microphone" isOn={false} />}
      {/* Always rendered, so that a screen reader announces changes in it. */}
      <p role="status" className={problem ? 'rzm-error' : 'rzm-note'}>
        {stream && strings[heard === stream ? 'lobby.heard' : 'lobby.speak']}
        {problem && strings[`lobby.microphone.${problem}`]}
        {problem && !isExplained && (
          <>
            <br />
            {strings[`lobby.hint.${problem}`]}
          </>
        )}
      </p>
      {problem && problem !== 'unsupported' && !isExplained && (
        <ZoomPanelButton quiet onClick={onRetry}>
          {strings['button.tryAgain']}
        </ZoomPanelButton>
      )}
    </div>
  );
}
