import { statisticsOf, type ZoomStatistics } from '../meeting/statistics';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * The SDK's latest statistics: packet loss, jitter and other values of audio, cameras and the shared screen, sent and received.
 * Each part is empty until the SDK has reported it, and while reconnecting. The latest values stay, even when the camera is
 * turned off.
 *
 * The SDK measures only while a component of the meeting uses the hook. It measures audio only while the user's audio is
 * connected through the computer.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const { video } = useStatistics();
 * return video.received && <p>{video.received.fps} frames per second</p>;
 */
export function useStatistics(): ZoomStatistics;
/**
 * Returns what a selector selects from the statistics. The component re-renders only when the selection changes.
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
