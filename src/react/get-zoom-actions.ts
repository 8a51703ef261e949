import { actionsOf, type ZoomActions } from '../meeting/zoom-actions';
import { sessionOf, type ZoomMeetingHandle } from './meeting-handle';

/**
 * The actions of a meeting, for code outside of components, such as an event handler that has the `ref` of `ZoomMeeting`, or a
 * store. In a component, `useZoomActions` is shorter. Returns the same object for the same meeting.
 *
 * @param meeting The handle from the `ref` of `ZoomMeeting`, or the result of `useZoomClient()` or `useZoomMeeting()`.
 * @returns The actions of the user in the meeting. See `ZoomActions`.
 * @throws An `Error` if `meeting` is not one of these.
 * @example
 * import { useRef } from 'react';
 * import { getZoomActions, ZoomMeeting, type ZoomMeetingHandle, type ZoomMeetingProps } from 'react-zoom-meeting';
 *
 * function Page(props: ZoomMeetingProps) {
 *   const meeting = useRef<ZoomMeetingHandle>(null);
 *   const muteAll = async () => {
 *     if (meeting.current) await getZoomActions(meeting.current).muteAll(true);
 *   };
 *   return (
 *     <>
 *       <ZoomMeeting ref={meeting} {...props} />
 *       <button onClick={() => muteAll().catch(console.error)}>Mute everyone</button>
 *     </>
 *   );
 * }
 */
export function getZoomActions(meeting: ZoomMeetingHandle): ZoomActions {
  return actionsOf(sessionOf(meeting));
}
