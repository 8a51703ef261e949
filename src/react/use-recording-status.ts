import { recordingStatusOf, type ZoomRecordingStatus } from '../meeting/recording-status';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * The state of the recording in Zoom's cloud. `undefined` until the recording changes, because the SDK reports it only then.
 * After a lost connection, it is `undefined` until the SDK reports it again. For recordings on a participant's computer, see
 * `bLocalRecord` of `useParticipants`.
 *
 * The SDK has no getter for it. The hook knows only what the SDK has reported since a component of the meeting first used the
 * hook.
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
