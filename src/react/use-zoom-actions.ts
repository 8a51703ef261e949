import { actionsOf, type ZoomActions } from '../meeting/zoom-actions';
import type { ZoomMeetingHandle } from './meeting-handle';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * Returns the actions of the user in the meeting: mute, admit, record, and so on. The object and its functions are stable, so
 * they do not cause re-renders. Every function takes one argument at most, and returns a promise that always settles. See
 * `ZoomActions`.
 *
 * Without `meeting`, throws outside `ZoomMeetingProvider` and `ZoomMeeting`.
 *
 * @param meeting The result of `useZoomClient()`. Default: the meeting that the component is in.
 * @example
 * import { useMutation } from '@tanstack/react-query';
 * import { useZoomActions, type ZoomParticipant } from 'react-zoom-meeting';
 *
 * function ExpelButton({ participant }: { participant: ZoomParticipant }) {
 *   const { expel } = useZoomActions();
 *   const { mutate, isPending, error } = useMutation({ mutationFn: expel, networkMode: 'always' });
 *   return (
 *     <button disabled={isPending} onClick={() => mutate(participant.userId)}>
 *       Remove {participant.displayName} {error && '(failed)'}
 *     </button>
 *   );
 * }
 * @example
 * const meeting = useZoomClient({ meetingNumber, userName, fetchSignature });
 * const { lockMeeting } = useZoomActions(meeting);
 */
export function useZoomActions(meeting?: ZoomMeetingHandle): ZoomActions {
  return actionsOf(useProvidedSession(meeting));
}
