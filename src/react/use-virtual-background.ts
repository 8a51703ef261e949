import { virtualBackgroundOf, type ZoomVirtualBackground } from '../meeting/virtual-background';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * The user's virtual background, and the images to choose from. `undefined` until the meeting is joined. Keeps its value while
 * reconnecting.
 *
 * The SDK has no event for it, so the hook reads the SDK's getters when the meeting is joined, after each action of
 * `useZoomActions`, and when a participant changes, for example when the user starts their video. If the user chooses a
 * background in the SDK's settings, the hook returns it after the next of these.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const background = useVirtualBackground();
 * const { setVirtualBackground } = useZoomActions();
 * if (!background?.isSupported) return null;
 * return background.vbList.map(({ id, displayName }) => (
 *   <button
 *     key={id}
 *     aria-pressed={id === background.id}
 *     disabled={background.isLock}
 *     onClick={() => setVirtualBackground(id).catch(console.error)}
 *   >
 *     {displayName}
 *   </button>
 * ));
 */
export function useVirtualBackground(): ZoomVirtualBackground | undefined;
/**
 * Returns what a selector selects from the virtual background. The component re-renders only when the selection changes.
 *
 * @param selector Selects from the virtual background. Must be pure. Does not have to be stable.
 * @param isEqual Whether two selections count as equal. Default: as in `useParticipants`.
 * @example
 * const isBlurred = useVirtualBackground((background) => background?.id === 'blur');
 */
export function useVirtualBackground<Selection>(
  selector: (virtualBackground: ZoomVirtualBackground | undefined) => Selection,
  isEqual?: (previous: Selection, next: Selection) => boolean,
): Selection;
export function useVirtualBackground(
  selector: (virtualBackground: ZoomVirtualBackground | undefined) => unknown = everything,
  isEqual?: (previous: unknown, next: unknown) => boolean,
): unknown {
  return useSelection(virtualBackgroundOf(useProvidedSession()), selector, isEqual);
}

const everything = (virtualBackground: ZoomVirtualBackground | undefined) => virtualBackground;
