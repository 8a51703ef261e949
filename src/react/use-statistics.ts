import { statisticsOf, type ZoomStatistics } from '../meeting/statistics';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * What the SDK has measured last: loss, jitter and so on of audio, cameras and the shared screen, sent and received. A part is
 * empty until the SDK has reported it, and again while reconnecting. After that, the last measurement stays, also when the camera is
 * off.
 *
 * The SDK measures while a component of the meeting uses the hook, and has no getter. It measures audio only while the user's
 * audio is connected with the computer.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const { video } = useStatistics();
 * return video.received && <p>{video.received.fps} frames per second</p>;
 */
export function useStatistics(): ZoomStatistics;
/**
 * What a selector selects from the statistics. The component renders only when that changes.
 *
 * @param selector Selects from the statistics. Must be pure. Does not have to be stable.
 * @param isEqual Whether two selections count as equal. Default: as in `useParticipants`.
 * @example
 * const isSlow = useStatistics(({ audio }) => (audio.sent?.rtt ?? 0) > 400);
 */
export function useStatistics<Selection>(
  selector: (statistics: ZoomStatistics) => Selection,
  isEqual?: (previous: Selection, next: Selection) => boolean,
): Selection;
export function useStatistics(
  selector: (statistics: ZoomStatistics) => unknown = everything,
  isEqual?: (previous: unknown, next: unknown) => boolean,
): unknown {
  return useSelection(statisticsOf(useProvidedSession()), selector, isEqual);
}

const everything = (statistics: ZoomStatistics) => statistics;
