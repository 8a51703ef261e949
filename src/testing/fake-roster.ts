import type { UserChange, ZoomParticipant } from '../sdk/zoom-sdk';

/** A participant who has just entered: muted, without audio or video. */
export function newParticipant(userId: number, displayName: string): ZoomParticipant {
  return {
    userId,
    displayName,
    userName: displayName,
    isHost: false,
    audio: '',
    muted: true,
    bVideoOn: false,
    bHold: false,
  };
}

/** A participant after a change; the SDK has the name twice. */
export function changedRow(row: ZoomParticipant, change: Partial<ZoomParticipant>): ZoomParticipant {
  const { displayName } = change;
  return { ...row, ...(displayName !== undefined && { userName: displayName }), ...change };
}

/** A participant, or what has changed about one, as the SDK's events show it: with Zoom's own field names (6.2.0). */
export function eventRow({ userName: _, isCoHost, ...row }: UserChange): UserChange {
  return isCoHost === undefined ? row : { ...row, bCoHost: isCoHost };
}

/** A participant as the SDK's getters show it: not muted or unmuted before there is audio (6.2.0). */
export function rosterRow(participant: ZoomParticipant): ZoomParticipant {
  if (participant.audio) return { ...participant };
  const { muted: _, ...row } = participant;
  return row;
}
