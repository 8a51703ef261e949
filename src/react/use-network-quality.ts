import { useCallback } from 'react';
import { networkQualitiesOf, type ZoomNetworkQuality } from '../meeting/network-quality';
import { useCurrentUser } from './use-participants';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/**
 * The quality of a participant's connection. `undefined` until the SDK has reported it. The component re-renders only when that
 * participant's quality changes.
 *
 * The SDK has no getter for it. The hook knows only what the SDK has reported since a component of the meeting first used the
 * hook.
 *
 * @param userId The participant. Default: the current user.
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const quality = useNetworkQuality();
 * return quality?.uplink !== undefined && quality.uplink < 2 && <p>Your connection is poor.</p>;
 */
export function useNetworkQuality(userId?: number): ZoomNetworkQuality | undefined {
  const ownId = useCurrentUser((user) => user?.userId);
  const id = userId ?? ownId;
  const select = useCallback(
    (all: Readonly<Record<number, ZoomNetworkQuality>>) => (id === undefined ? undefined : all[id]),
    [id],
  );
  return useSelection(networkQualitiesOf(useProvidedSession()), select);
}
