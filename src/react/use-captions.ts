import { captionsOf } from '../meeting/captions';
import type { ZoomCaption } from '../sdk/zoom-sdk';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * The lines of captions, the oldest first. A line that is still being spoken is updated with a longer text: it keeps its index,
 * and the other lines stay the same objects. The lines are kept while reconnecting, and cleared when the meeting ends.
 *
 * Zoom sends captions only if "save captions" is on in the host's account, and a participant has turned captions on.
 *
 * The SDK has no getter for captions. The hook knows only those that arrived since a component of the meeting first used the
 * hook, so use it in a component that is mounted before the meeting is joined.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const captions = useCaptions();
 * return captions.map(({ msgId, displayName, text }) => (
 *   <p key={msgId}>
 *     {displayName}: {text}
 *   </p>
 * ));
 */
export function useCaptions(): readonly ZoomCaption[];
/**
 * Returns what a selector selects from the captions. The component re-renders only when the selection changes.
 *
 * @param selector Selects from the captions. Must be pure. Does not have to be stable.
 * @param isEqual Whether two selections count as equal. Default: as in `useParticipants`.
 * @example
 * const lastLine = useCaptions((all) => all.at(-1)?.text);
 */
export function useCaptions<Selection>(
  selector: (captions: readonly ZoomCaption[]) => Selection,
  isEqual?: (previous: Selection, next: Selection) => boolean,
): Selection;
export function useCaptions(
  selector: (captions: readonly ZoomCaption[]) => unknown = everything,
  isEqual?: (previous: unknown, next: unknown) => boolean,
): unknown {
  return useSelection(captionsOf(useProvidedSession()), selector, isEqual);
}

const everything = (captions: readonly ZoomCaption[]) => captions;
