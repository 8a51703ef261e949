import { recordingStatusOf, type ZoomRecordingStatus } from '../meeting/recording-status';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * The state of the recording in Zoom's cloud. `undefined` until the SDK has reported it, which it does when the recording changes.
 * After a lost connection it is `undefined` until the SDK reports it again. For recordings on a participant's computer, see
 * `bLocalRecord` of `useParticipants`.
 *
 * The SDK has no getter for it: the hook knows what the SDK has reported since a component of the meeting used it for the first time.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const isRecorded = useRecordingStatus() === 'Recording';
 * return isRecorded && <strong>This meeting is being recorded.</strong>;
 */
export function useRecordingStatus(): ZoomRecordingStatus | undefined {
  return useSelection(recordingStatusOf(useProvidedSession()), itself);
}

const itself = (status: ZoomRecordingStatus | undefined) => status;
