/**
 * A participant as `getAttendeeslist()` and `getCurrentUser()` return them. A field is missing if Zoom has not sent it. People
 * in the waiting room are not in the list. Observed with 6.2.0.
 */
export interface ZoomParticipant {
  /** Unique in the meeting. A participant who joins again gets another one. */
  userId: number;
  /** The name in the meeting. */
  displayName: string;
  /** The same name, in another field of the SDK. */
  userName?: string;
  /** Whether they are the host. */
  isHost?: boolean;
  /** Whether they are a co-host. */
  isCoHost?: boolean;
  /** Whether they scheduled the meeting, and may reclaim it with `reclaimHost()`. */
  isOriginalHost?: boolean;
  /** Whether they are an alternative host. Only the current user has this field. */
  isAlternativeHost?: boolean;
  /** Whether they do not belong to the host's account. */
  isGuest?: boolean;
  /** Whether their microphone is muted. Absent before audio is connected. */
  muted?: boolean;
  /** How their audio is connected: `computer` or `phone`. Empty if it is not. */
  audio?: string;
  /** The state of their audio connection. 0: not connected, 1: connecting, 2: connected, 3: failed. */
  audioStatus?: number;
  /** Whether they take part by phone. */
  isPhoneUser?: boolean;
  /** Whether their camera is on. */
  bVideoOn?: boolean;
  /** The same as `bVideoOn`, in another field of the SDK. */
  video?: boolean;
  /** Whether their video is connected. */
  isVideoConnect?: boolean;
  /** Whether they are on hold, in the waiting room. */
  bHold?: boolean;
  /** The same as `bHold`, in another field of the SDK. */
  isHold?: boolean;
  /** Whether their hand is raised. */
  bRaiseHand?: boolean;
  /** Their persistent reaction, such as "yes" or "slow down". 0: none. */
  feedback?: number;
  /** Whether they are sharing their screen. */
  sharerOn?: boolean;
  /** Whether their screen share is paused. */
  sharePause?: boolean;
  /** Whether they are recording on their own computer. Zoom also sends a number. 0: no, 1: yes, 2: paused. */
  bLocalRecord?: boolean | number;
  /** The URL of their picture. */
  avatar?: string;
  /** Their pronouns, if they share them. */
  pronoun?: string;
  /** The `customerKey` of their join. */
  customerKey?: string;
  /** An id that stays the same when they move between breakout rooms. */
  participantUUID?: string;
  /** The same as `participantUUID`, in another field of the SDK. */
  userGuid?: string;
  /** The breakout room that they are in. */
  bid?: string;
  /** Whether the participant has lost the connection, and may reconnect. */
  isInFailover?: boolean;
  /** Whether they are a bot. */
  isBotUser?: boolean;
  /** The name of the bot's app. */
  botBrandName?: string;
  /** The name of the person on whose behalf the bot takes part. */
  botAuthorizerName?: string;
}

/**
 * A row of `user-added`, `user-updated` and `user-removed`. The rows of `user-updated` have only the changed fields.
 *
 * Rows have Zoom's own field names, which are not always those of `ZoomParticipant`: `bCoHost` instead of `isCoHost`, and no
 * `userName`, `video` or `isHold`. To get all fields of a participant, use `getAttendeeslist()`. Observed with 6.2.0.
 */
export interface UserChange extends Partial<ZoomParticipant> {
  /** The participant. */
  userId: number;
  /** Whether they are a co-host. */
  bCoHost?: boolean;
  /** Whether they scheduled the meeting. */
  bOriginalHost?: boolean;
  /** 0: participant, 1: host. */
  userRole?: number;
  /** 9: a Zoom client, 5: a phone, 15: a room system. */
  userType?: number;
  /** Zoom's id for the user. */
  zoomID?: string;
  /** The `participantUUID`. */
  userGUID?: string;
  /** Whether they may record on their own computer. */
  canRecord?: boolean;
  /** 1 in a row of `user-removed` if they move between the waiting room and the meeting, and will be added again. */
  nUserStatus?: number;
  /** Why they were removed or added, if they have not left the meeting: `failover` or `on hold`. */
  reason?: string;
}
