import { activeSpeakersOf, type ZoomSpeaker } from '../meeting/active-speakers';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * The active speaker: the first one that the SDK reports. `undefined` if no one is speaking, and until the meeting is joined.
 *
 * The SDK has no getter for it. The hook knows only what the SDK has reported since a component of the meeting first used the
 * hook.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const speaker = useActiveSpeaker();
 * return <p>{speaker ? `${speaker.displayName} is speaking` : 'Nobody is speaking'}</p>;
 */
export function useActiveSpeaker(): ZoomSpeaker | undefined {
  return useSelection(activeSpeakersOf(useProvidedSession()), first);
}

const first = (speakers: readonly ZoomSpeaker[]) => speakers[0];
